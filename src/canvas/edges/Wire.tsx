import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import * as React from 'react';
import { useCanvas } from '../CanvasContext';
import type { WireMark } from '../edge-text';
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
  const { edge, label, reason, details, mark, explained } = data;
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
            onContextMenu={() => editor.view.selection.edges.has(id) || editor.select({ edges: [id] })}
          >
            {label && <span className="jp-WeftWire-name">{label}</span>}
            {label && mark && <Mark mark={mark} />}
            {explained && (
              <span className="jp-WeftWire-why">
                <span className="jp-WeftWire-reason">{reason}</span>
                {details.map(line => (
                  <span key={line} className="jp-WeftWire-detail">
                    {line}
                  </span>
                ))}
              </span>
            )}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
Wire.displayName = 'Wire';

/** The name of the edge says it in words; this is what the eye finds first. */
function Mark({ mark }: { mark: WireMark }): JSX.Element {
  const { trans } = useCanvas();
  return (
    <span className={`jp-WeftWire-mark jp-type-${mark}`} aria-hidden="true">
      {mark === 'pickle' ? trans.__('pickle') : trans.__('not storable')}
    </span>
  );
}
