import type { Rule } from '../rule';
import { containers } from '../flow-nodes';
import { titled } from '../words';

/** Names that work inside a placeholder and as the name of a file. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;
/** Kubeflow's own: the unnamed result of a function, and the logs of a step. */
const TAKEN = { inputs: ['Output'], outputs: ['executor-logs'] };

/** Inputs and outputs of containers have names that Kubeflow takes. */
export const portName: Rule = {
  id: 'port-name',
  check: ({ flow }) =>
    containers(flow).flatMap(node =>
      (['inputs', 'outputs'] as const).flatMap(side =>
        node[side]
          .filter(({ name }) => !NAME.test(name) || TAKEN[side].includes(name))
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
