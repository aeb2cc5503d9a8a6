import * as React from 'react';
import { connectionFor } from '../actions';
import type { Flow } from '../flow';
import { enterNames, isFrame, itemFields } from '../flow';
import { givesData, portId } from './port-id';
import { endAt, startAt } from './wire-ends';

/** The end that a wire is being drawn from. */
export interface WireStart {
  node: string;
  /** The id of its port. */
  port: string;
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
export function fittingPorts(flow: Flow, { node, port }: WireStart): ReadonlySet<string> {
  const found = new Set<string>();
  const fields = itemFields(flow);
  const gives = givesData(port);
  for (const flowNode of flow.nodes.values()) {
    const { id, inputs, outputs } = flowNode;
    const framed = isFrame(flowNode);
    const far = gives
      ? [
          portId('in', undefined),
          ...inputs.map(({ name }) => portId('in', name)),
          ...(framed ? outputs.map(({ name }) => portId('leave', name)) : [])
        ]
      : [
          portId('out', undefined),
          ...outputs.map(({ name }) => portId('out', name)),
          ...(framed ? enterNames(flowNode, fields.get(id)).map(name => portId('enter', name)) : [])
        ];
    for (const other of far) {
      const connection = gives
        ? connectionFor(flow, startAt(node, port), endAt(id, other))
        : connectionFor(flow, startAt(id, other), endAt(node, port));
      if (!('refused' in connection)) {
        found.add(`${id} ${other}`);
      }
    }
  }
  return found;
}
