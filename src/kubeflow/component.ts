import { type InputPort, isParameterType } from '../pipeline';
import { accountPorts, declaredPorts } from './declared-ports';
import { definePorts, type PortDefinition } from './definitions';
import { recordPorts } from './output-names';
import type { ComponentSpec } from './spec';
import { componentPath, taskPath } from './spec-path';
import type { StepScope } from './step-scope';

/** The component of a step: its ports with their types, and the executor that runs it. */
export function component(scope: StepScope): ComponentSpec {
  const { node, names, ledger } = scope;
  const path = componentPath(names.component);
  const define = (side: 'inputs' | 'outputs', key: string, more: PortDefinition[] = []) =>
    definePorts([...declaredPorts(node, side), ...more], accountPorts(node, side, [...path, key], ledger));
  const inputDefinitions = define('inputs', 'inputDefinitions');
  const outputDefinitions = define('outputs', 'outputDefinitions', recordPorts(node.node));
  accountUndeclared(scope);
  return {
    executorLabel: names.executor,
    ...(inputDefinitions && { inputDefinitions }),
    ...(outputDefinitions && { outputDefinitions })
  };
}

/** Inputs that the component does not declare stand in the task alone. */
export function accountUndeclared({ node, names, ledger }: StepScope): void {
  const { inputs = {} } = node.node as { inputs?: Record<string, Partial<InputPort>> };
  for (const [name, { undeclared, type, optional, description }] of Object.entries(inputs)) {
    if (undeclared && type !== undefined) {
      const kind = isParameterType(type) ? 'parameters' : 'artifacts';
      const settings = { undeclared, type, optional, description };
      for (const [key, value] of Object.entries(settings)) {
        if (value !== undefined) {
          ledger.compiled(`inputs.${name}.${key}`, [...taskPath(names), 'inputs', kind, name]);
        }
      }
    } else if (undeclared === false) {
      ledger.drawing(`inputs.${name}.undeclared`, 'The component declares the input.');
    }
  }
}
