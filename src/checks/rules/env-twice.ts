import type { StepNode } from '../../pipeline';
import { steps } from '../flow-nodes';
import type { Rule } from '../rule';
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

function variables({ env = {}, kubernetes = {} }: StepNode): { name: string; field: string }[] {
  const keys = (key: 'secretAsEnv' | 'configMapAsEnv') =>
    (kubernetes[key] ?? []).flatMap(({ keyToEnv }, index) =>
      keyToEnv.map(({ envVar }, at) => ({ name: envVar, field: `kubernetes.${key}.${index}.keyToEnv.${at}` }))
    );
  return [
    ...Object.keys(env).map(name => ({ name, field: `env.${name}` })),
    ...keys('secretAsEnv'),
    ...keys('configMapAsEnv'),
    ...(kubernetes.fieldPathAsEnv ?? []).map(({ name }, index) => ({
      name,
      field: `kubernetes.fieldPathAsEnv.${index}`
    }))
  ];
}
