import { steps } from '../flow-nodes';
import type { Rule } from '../rule';
import { variables } from '../variables';
import { titled } from '../words';

export const envTwice: Rule = {
  id: 'env-twice',
  about: 'Each environment variable of a step is set once.',
  check: ({ flow }) =>
    steps(flow).flatMap(node => {
      const first = new Map<string, string>();
      return variables(node.node).flatMap(({ name, field }) => {
        const other = first.get(name);
        first.set(name, other ?? field);
        return other === undefined
          ? []
          : [
              {
                severity: 'error',
                node: node.id,
                field,
                message: `${titled(node)} sets ${name} twice, also by ${other}.`,
                fix: 'Take one of them away.'
              }
            ];
      });
    })
};
