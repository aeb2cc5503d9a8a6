import type { Pipeline } from '../pipeline';
import type { Ledger } from './ledger';
import { parameterKind } from './port-types';
import type { ParameterDefinition } from './spec';

/** The inputs of the whole pipeline. A default of `null` makes a parameter optional without a value. */
export function pipelineParameters(
  { parameters }: Pipeline,
  ledger: Ledger
): Record<string, ParameterDefinition> {
  const definitions: Record<string, ParameterDefinition> = {};
  for (const name of Object.keys(parameters).sort()) {
    const { type, default: value, description } = parameters[name];
    const path = ['spec', 'root', 'inputDefinitions', 'parameters', name];
    const written: ParameterDefinition = { parameterType: parameterKind(type) };
    const put = <K extends keyof ParameterDefinition>(
      field: string,
      key: K,
      what: ParameterDefinition[K]
    ) => {
      written[key] = what;
      ledger.compiled(`parameters.${name}.${field}`, [...path, key]);
    };
    put('type', 'parameterType', parameterKind(type));
    if (value !== undefined) {
      put('default', 'isOptional', true);
    }
    if (value !== undefined && value !== null) {
      put('default', 'defaultValue', value);
    }
    if (description !== undefined) {
      put('description', 'description', description);
    }
    definitions[name] = written;
  }
  return definitions;
}
