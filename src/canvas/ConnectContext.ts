import * as React from 'react';
import type { Flow } from '../flow';
import { connectionFor } from '../actions';
import { portId } from './geometry';

/** The end that a wire is being drawn from. */
export interface WireStart {
  node: string;
  side: 'in' | 'out';
  name: string | undefined;
}

/** Ports that a wire under way could end at, as `node port-id`; null when none is being drawn. */
export type FittingPorts = ReadonlySet<string> | null;

const Context = React.createContext<FittingPorts>(null);
export const ConnectProvider = Context.Provider;

export type Fit = 'idle' | 'fits' | 'unfit';

/** How a port stands to the wire under way. */
export function useFit(node: string, port: string): Fit {
  const fitting = React.useContext(Context);
  return fitting === null ? 'idle' : fitting.has(`${node} ${port}`) ? 'fits' : 'unfit';
}

/** Every port that would take a wire from this end. */
export function fittingPorts(flow: Flow, start: WireStart): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id, inputs, outputs } of flow.nodes.values()) {
    const far = start.side === 'out' ? 'in' : 'out';
    const names = [undefined, ...(far === 'in' ? inputs : outputs).map(port => port.name)];
    for (const name of names) {
      const connection =
        start.side === 'out'
          ? connectionFor(flow, { node: start.node, output: start.name }, { node: id, input: name })
          : connectionFor(flow, { node: id, output: name }, { node: start.node, input: start.name });
      if (!('refused' in connection)) {
        found.add(`${id} ${portId(far, name)}`);
      }
    }
  }
  return found;
}
