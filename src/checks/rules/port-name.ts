import type { Rule } from '../rule';
import { components, containers, groups } from '../flow-nodes';
import { titled } from '../words';

/** Names that work inside a placeholder and as the name of a file. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;
/** Kubeflow's own: the unnamed result of a function, and the logs of a step. */
const TAKEN = { inputs: ['Output'], outputs: ['executor-logs'] };

export const portName: Rule = {
  id: 'port-name',
  about: 'Inputs and outputs of containers, components and groups have names that Kubeflow takes.',
  check: ({ flow }) =>
    [...containers(flow), ...components(flow), ...groups(flow)].flatMap(node =>
      (['inputs', 'outputs'] as const).flatMap(side =>
        node[side]
          .filter(({ name, field }) => !field && (!NAME.test(name) || TAKEN[side].includes(name)))
          .map(({ name }) => ({
            severity: 'error',
            node: node.id,
            field: `${side}.${name}`,
            message: NAME.test(name)
              ? `${titled(node)} calls one of its ${side} ${name}, a name that Kubeflow uses itself.`
              : `${titled(node)} calls one of its ${side} “${name}”, which Kubeflow does not take.`,
            fix: 'Begin with a letter and use letters, digits, hyphens and underscores.'
          }))
      )
    )
};
