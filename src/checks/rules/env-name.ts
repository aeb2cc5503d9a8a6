import type { Rule } from '../rule';
import { steps } from '../flow-nodes';
import { variables } from '../variables';
import { titled } from '../words';

/** The API server refuses other names (`PipelineContainerSpec.EnvVar`: a C identifier). */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** What Kubernetes takes before 1.30; from there on a pod may be given nearly any name. */
const POD_NAME = /^[-._A-Za-z][-._A-Za-z0-9]*$/;
/** Weft's own variables in a step. */
const RESERVED = /^WEFT_/;

export const envName: Rule = {
  id: 'env-name',
  about: 'Environment variables have names that a pod takes and that Weft does not use itself.',
  check: ({ flow }) =>
    steps(flow).flatMap(node =>
      variables(node.node)
        .filter(({ name, field }) => !isName(name, field) || RESERVED.test(name))
        .map(({ name, field }) => ({
          severity: 'error',
          node: node.id,
          field,
          message: RESERVED.test(name)
            ? `${titled(node)} sets ${name}, but names that begin with WEFT_ are Weft's own.`
            : `${titled(node)} sets “${name}”, which is no name of an environment variable.`,
          fix: 'Use letters, digits and underscores, no digit first, and not WEFT_.'
        }))
    )
};

const isName = (name: string, field: string) => (field.startsWith('env.') ? NAME : POD_NAME).test(name);
