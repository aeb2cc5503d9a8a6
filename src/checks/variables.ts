import type { StepNode } from '../pipeline';

/** The environment variables that a step sets, by itself or from secrets, config maps and fields of its pod. */
export function variables({ env = {}, kubernetes = {} }: StepNode): { name: string; field: string }[] {
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
