import type { Pipeline } from '../pipeline';
import { definePorts } from './definitions';
import type { Ledger } from './ledger';
import type { Definitions } from './spec';

/** The inputs of the whole pipeline; undefined when it has none. */
export function pipelineInputs({ parameters }: Pipeline, ledger: Ledger): Definitions | undefined {
  const ports = Object.keys(parameters)
    .sort()
    .map(name => ({ name, ...parameters[name] }));
  return definePorts(ports, (name, setting, at) => {
    ledger.compiled(`parameters.${name}.${setting}`, ['spec', 'root', 'inputDefinitions', ...at]);
  });
}
