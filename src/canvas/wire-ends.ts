import type { Connection as FlowConnection } from '@xyflow/react';
import type { ConnectionEnd, ConnectionStart } from '../actions';
import { portName } from './geometry';

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
  return {
    from: { node: source.nodeId, output: portName(source.id) },
    to: { node: target.nodeId, input: portName(target.id) }
  };
}

/** The same from what React Flow says of a connection. */
export function connectionEnds(
  connection: Pick<FlowConnection, 'source' | 'target'> & Partial<FlowConnection>
): {
  from: ConnectionStart;
  to: ConnectionEnd;
} {
  return {
    from: { node: connection.source, output: portName(connection.sourceHandle) },
    to: { node: connection.target, input: portName(connection.targetHandle) }
  };
}
