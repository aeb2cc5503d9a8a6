import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import * as React from 'react';
import { useCanvas } from '../CanvasContext';
import type { CanvasEdge } from '../project-edges';

/** A drawn binding or order, with the name that travels along it and, when asked, the reason why it is there. */
export const Wire = React.memo((props: EdgeProps<CanvasEdge>): JSX.Element | null => {
  const { id, data, markerEnd, selected } = props;
  const { editor, explain } = useCanvas();
  const [path, middleX, middleY] = getBezierPath({ ...props, curvature: 0.3 });
  if (!data) {
    return null;
  }
  // What leaves a loop may pass behind its other nodes: it is named where it has come out.
  const place = data.collects
    ? `translate(-100%, -100%) translate(${props.targetX - 14}px, ${props.targetY - 3}px)`
    : `translate(-50%, -50%) translate(${middleX}px, ${middleY}px)`;
  const { edge, label, reason, explained } = data;
  const classes = ['jp-WeftWire-label', edge.derived ? 'jp-mod-derived' : 'jp-mod-drawn'];
  if (edge.stale) {
    classes.push('jp-mod-stale');
  }
  if (selected) {
    classes.push('jp-mod-selected');
  }
  return (
    <>
      <BaseEdge id={id} path={path} markerEnd={markerEnd} interactionWidth={16} />
      {(label || explained) && (
        <EdgeLabelRenderer>
          <div
            className={`${classes.join(' ')} nodrag nopan`}
            style={{ transform: place }}
            onClick={() => editor.select({ edges: [id] })}
            onMouseEnter={() => explain(id)}
            onMouseLeave={() => explain(null)}
          >
            {label && <span className="jp-WeftWire-name">{label}</span>}
            {explained && <span className="jp-WeftWire-reason">{reason}</span>}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
Wire.displayName = 'Wire';
