import type { StepNode } from '../pipeline';
import type { ContainerSpec } from './spec';
import { executorPath } from './spec-path';
import type { StepScope } from './step-scope';

/** The environment of a container, sorted by name. */
export function environment(
  { env = {} }: StepNode,
  { names, ledger }: StepScope
): Pick<ContainerSpec, 'env'> {
  const path = [...executorPath(names.executor), 'container', 'env'];
  const written = Object.keys(env)
    .sort()
    .map(name => ({ name, value: env[name] }));
  written.forEach(({ name }, i) => {
    ledger.compiled(`env.${name}`, [...path, String(i)]);
  });
  return written.length ? { env: written } : {};
}
