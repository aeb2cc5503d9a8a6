import { ViewportPortal } from '@xyflow/react';
import * as React from 'react';
import { type EditorView, goToThread } from '../../actions';
import { useCanvas } from '../CanvasContext';
import { Icon } from '../icons';
import { useBox } from '../presence/use-box';
import { type Pin, pinsOf } from './pins';

/** Open threads where they belong, at the corner of a node or at a place; a click opens the newest. */
export function CommentPins({ view: { flow, discussion } }: { view: EditorView }): JSX.Element | null {
  const { nodes, pipeline } = flow;
  // A move changes the flow, and no pin.
  const pins = React.useMemo(() => pinsOf(flow), [nodes, pipeline.comments]);
  const open = discussion && 'thread' in discussion ? discussion.thread : null;
  const begun = discussion && 'begin' in discussion ? discussion.begin : null;
  return pins.length === 0 && !begun?.at ? null : (
    <ViewportPortal>
      {pins.map(pin => {
        const isOpen = pin.threads.some(({ id }) => id === open);
        return pin.node === undefined ? (
          <PinAt key={pin.key} pin={pin} isOpen={isOpen} x={pin.at?.[0] ?? 0} y={pin.at?.[1] ?? 0} />
        ) : (
          <NodePin key={pin.key} pin={pin} node={pin.node} isOpen={isOpen} />
        );
      })}
      {begun?.at && (
        <div className="jp-WeftPin jp-mod-begun" style={placed(begun.at[0], begun.at[1])} aria-hidden="true">
          <Icon name="comment" />
        </div>
      )}
    </ViewportPortal>
  );
}

const placed = (x: number, y: number) => ({ transform: `translate(${x}px, ${y}px)` });

/** How far a pin stands in from the right edge of its node. */
const INSET = 14;

const NodePin = React.memo(({ pin, node, isOpen }: { pin: Pin; node: string; isOpen: boolean }) => {
  const box = useBox(node);
  return box && <PinAt pin={pin} isOpen={isOpen} x={box.x + box.width - INSET} y={box.y} />;
});
NodePin.displayName = 'NodePin';

/** For the pointer alone: the panel lists the threads, and there are keys to walk them. */
function PinAt({ pin, isOpen, x, y }: { pin: Pin; isOpen: boolean; x: number; y: number }): JSX.Element {
  const { editor, trans } = useCanvas();
  const { threads } = pin;
  const [{ messages }] = threads;
  const label =
    threads.length === 1
      ? trans.__('Comment by %1', messages[0][1].name)
      : trans.__('%1 comments', threads.length);
  const count = threads.reduce((sum, thread) => sum + thread.messages.length, 0);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`jp-WeftPin nodrag nopan${isOpen ? ' jp-mod-open' : ''}`}
      style={placed(x, y)}
      title={threads.map(each => `${each.messages[0][1].name}: ${each.messages[0][1].text}`).join('\n')}
      aria-label={label}
      onClick={() => goToThread(editor, threads[0])}
    >
      <Icon name="comment" />
      {count > 1 && <span>{count}</span>}
    </button>
  );
}
