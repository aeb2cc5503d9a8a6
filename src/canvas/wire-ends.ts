import type { Connection as FlowConnection } from '@xyflow/react';
import type { ConnectionEnd, ConnectionStart } from '../actions';
import { portName, portSide } from './port-id';

interface End {
  nodeId: string;
  id?: string | null;
  type: 'source' | 'target';
}

/** The two ends of a wire in the direction in which data flows; undefined between two inputs or two outputs. */
export function wireEnds(a: End, b: End): { from: ConnectionStart; to: ConnectionEnd } | undefined {
  if (a.type === b.type) {
    return undefined;
  }
  const [source, target] = a.type === 'source' ? [a, b] : [b, a];
  return { from: startAt(source.nodeId, source.id), to: endAt(target.nodeId, target.id) };
}

/** The same from what React Flow says of a connection. */
export function connectionEnds(
  connection: Pick<FlowConnection, 'source' | 'target'> & Partial<FlowConnection>
): {
  from: ConnectionStart;
  to: ConnectionEnd;
} {
  const { source, sourceHandle, target, targetHandle } = connection;
  return { from: startAt(source, sourceHandle), to: endAt(target, targetHandle) };
}

/** The start of a connection at a port, or at a node as a whole. */
export function startAt(node: string, port: string | null | undefined): ConnectionStart {
  return { node, output: portName(port), ...(portSide(port) === 'enter' && { enter: true }) };
}

/** The end of a connection at a port, or at a node as a whole. */
export function endAt(node: string, port: string | null | undefined): ConnectionEnd {
  return { node, input: portName(port), ...(portSide(port) === 'leave' && { leave: true }) };
}
