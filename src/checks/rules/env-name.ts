import type { Rule } from '../rule';
import { steps } from '../flow-nodes';
import { titled } from '../words';

/** The API server refuses other names (`PipelineContainerSpec.EnvVar`: a C identifier). */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Weft's own variables in a step. */
const RESERVED = /^WEFT_/;

export const envName: Rule = {
  id: 'env-name',
  about: 'Environment variables have names that a pod takes and that Weft does not use itself.',
  check: ({ flow }) =>
    steps(flow).flatMap(node =>
      Object.keys(node.node.env ?? {})
        .filter(name => !NAME.test(name) || RESERVED.test(name))
        .map(name => ({
          severity: 'error',
          node: node.id,
          field: `env.${name}`,
          message: RESERVED.test(name)
            ? `${titled(node)} sets ${name}, but names that begin with WEFT_ are Weft's own.`
            : `${titled(node)} sets “${name}”, which is no name of an environment variable.`,
          fix: 'Use letters, digits and underscores, no digit first, and not WEFT_.'
        }))
    )
};
