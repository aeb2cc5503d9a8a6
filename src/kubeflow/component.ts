import type { FlowPort } from '../flow';
import type { InputPort, OutputPort } from '../pipeline';
import { definePorts, type PortDefinition } from './definitions';
import type { ComponentSpec } from './spec';
import { componentPath } from './spec-path';
import type { StepScope } from './step-scope';

type PortSettings = Partial<InputPort & OutputPort>;

/** The component of a step: its ports with their types, and the executor that runs it. */
export function component({ node, names, ledger }: StepScope): ComponentSpec {
  const written: ComponentSpec = { executorLabel: names.executor };
  for (const side of ['inputs', 'outputs'] as const) {
    const settings = (node.node as Partial<Record<typeof side, Record<string, PortSettings>>>)[side] ?? {};
    const key = side === 'inputs' ? 'inputDefinitions' : 'outputDefinitions';
    const path = [...componentPath(names.component), key];
    const ports = node[side].filter(port => !port.field && !settingsOf(port, settings).undeclared);
    const definitions = definePorts(
      ports.map(port => define(port, settingsOf(port, settings))),
      (port, setting, at) => {
        if (settingsOf({ name: port }, settings)[setting as keyof PortSettings] !== undefined) {
          ledger.compiled(`${side}.${port}.${setting}`, [...path, ...at]);
        }
      }
    );
    if (definitions) {
      written[key] = definitions;
    }
  }
  return written;
}

const settingsOf = ({ name }: Pick<FlowPort, 'name'>, settings: Record<string, PortSettings>) =>
  Object.hasOwn(settings, name) ? settings[name] : {};

const define = ({ name, type, optional }: FlowPort, set: PortSettings): PortDefinition => ({
  name,
  type,
  ...((optional || set.optional !== undefined) && { optional }),
  ...(set.default !== undefined && { default: set.default }),
  ...(set.description !== undefined && { description: set.description })
});
