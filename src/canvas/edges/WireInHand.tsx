import { type ConnectionLineComponentProps, getBezierPath } from '@xyflow/react';
import * as React from 'react';
import { connectionFor } from '../../actions';
import { useCanvas } from '../CanvasContext';
import type { CanvasNode } from '../project-nodes';
import { wireEnds } from '../wire-ends';

/** The wire while it is drawn; over a port that does not take it, it says why. */
export function WireInHand({
  fromX,
  fromY,
  fromPosition,
  toX,
  toY,
  toPosition,
  fromHandle,
  toHandle,
  connectionStatus
}: ConnectionLineComponentProps<CanvasNode>): JSX.Element {
  const { editor, trans } = useCanvas();
  const [path] = getBezierPath({
    sourceX: fromX,
    sourceY: fromY,
    sourcePosition: fromPosition,
    targetX: toX,
    targetY: toY,
    targetPosition: toPosition
  });
  let reason = '';
  if (toHandle && connectionStatus === 'invalid') {
    const ends = wireEnds(fromHandle, toHandle);
    const connection = ends && connectionFor(editor.view.flow, ends.from, ends.to, trans);
    reason = connection && 'refused' in connection ? connection.refused : '';
  }
  return (
    <g className={`jp-WeftWireInHand jp-mod-${connectionStatus ?? 'open'}`}>
      <path className="react-flow__connection-path" d={path} />
      {reason && (
        <foreignObject x={toX - 130} y={toY + 18} width={260} height={80}>
          <div className="jp-WeftWireInHand-reason">{reason}</div>
        </foreignObject>
      )}
    </g>
  );
}
