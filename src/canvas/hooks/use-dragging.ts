import type { NodeChange, OnNodeDrag } from '@xyflow/react';
import * as React from 'react';
import { change, type Editor } from '../../actions';
import { moveNodes, type Position } from '../../pipeline';
import type { CanvasNode } from '../project-nodes';

type Places = ReadonlyMap<string, { x: number; y: number }>;
const NOWHERE: Places = new Map();

/**
 * Dragged nodes move here alone; the document hears of it once, when they are let go. Escape puts them back.
 * What others do to the same nodes meanwhile shows after the drop.
 */
export function useDragging(editor: Editor) {
  const [positions, setPositions] = React.useState(NOWHERE);
  const dragging = React.useRef(false);
  const stable = React.useMemo(() => {
    const follow = (changes: NodeChange<CanvasNode>[]) => {
      const moved = changes.flatMap(each =>
        each.type === 'position' && each.dragging && each.position ? [[each.id, each.position] as const] : []
      );
      if (moved.length > 0 && dragging.current) {
        setPositions(last => new Map([...last, ...moved]));
      }
    };
    const onNodeDragStart = () => {
      dragging.current = true;
    };
    const onNodeDragStop: OnNodeDrag<CanvasNode> = (_event, _node, nodes) => {
      setPositions(NOWHERE);
      if (dragging.current) {
        dragging.current = false;
        commit(editor, nodes);
      }
    };
    const giveUpDrag = () => {
      const gaveUp = dragging.current;
      dragging.current = false;
      setPositions(NOWHERE);
      return gaveUp;
    };
    return { follow, giveUpDrag, handlers: { onNodeDragStart, onNodeDragStop } };
  }, [editor]);
  return { positions, ...stable };
}

function commit(editor: Editor, nodes: CanvasNode[]): void {
  const { flow } = editor.view;
  const moved: Record<string, Position> = {};
  for (const { id, position } of nodes) {
    const [x, y] = [Math.round(position.x), Math.round(position.y)];
    const [oldX, oldY] = flow.pipeline.layout[id] ?? [0, 0];
    if (flow.nodes.has(id) && (x !== oldX || y !== oldY)) {
      moved[id] = [x, y];
    }
  }
  if (Object.keys(moved).length > 0) {
    change(editor, doc => moveNodes(doc, moved));
  }
}
