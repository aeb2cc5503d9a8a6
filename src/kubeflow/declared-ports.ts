import type { FlowNode } from '../flow';
import type { InputPort, OutputPort } from '../pipeline';
import type { PortDefinition } from './definitions';
import type { Ledger } from './ledger';
import { specOutput } from './output-names';
import type { SpecPath } from './spec-path';

type Side = 'inputs' | 'outputs';
type PortSettings = Partial<InputPort & OutputPort>;

/** The ports that the component of a node declares, with what the user says of them. */
export function declaredPorts(node: FlowNode, side: Side): PortDefinition[] {
  return node[side]
    .filter(({ name, field, inCode }) => !field && !inCode && !settingsOf(node, side, name).undeclared)
    .map(({ name, type, optional }) => {
      const set = settingsOf(node, side, name);
      return {
        name: side === 'outputs' ? specOutput(node.node, name) : name,
        type,
        ...((optional || set.optional !== undefined) && { optional }),
        ...(set.default !== undefined && { default: set.default }),
        ...(set.description !== undefined && { description: set.description })
      };
    });
}

/** Accounts for the settings of ports as they are defined: to be given to `definePorts`. */
export function accountPorts(
  node: FlowNode,
  side: Side,
  path: SpecPath,
  ledger: Ledger
): (port: string, setting: string, at: SpecPath) => void {
  const drawn = new Map(node.outputs.map(({ name }) => [specOutput(node.node, name), name]));
  return (written, setting, at) => {
    const port = side === 'outputs' ? (drawn.get(written) ?? written) : written;
    if (settingsOf(node, side, port)[setting as keyof PortSettings] !== undefined) {
      ledger.compiled(`${side}.${port}.${setting}`, [...path, ...at]);
    }
  };
}

function settingsOf({ node }: FlowNode, side: Side, port: string): PortSettings {
  const settings = (node as Partial<Record<Side, Record<string, PortSettings>>>)[side] ?? {};
  return Object.hasOwn(settings, port) ? settings[port] : {};
}
