import { type NodeChange, type OnNodeDrag, useReactFlow } from '@xyflow/react';
import * as React from 'react';
import { change, type Editor } from '../../actions';
import type { Flow } from '../../flow';
import { moveIntoGroup, moveNodes, type Position } from '../../pipeline';
import { type Drag, draggedTo, startDrag, targetAt } from '../drag';
import { SHOWN_NODES } from '../presence/use-showing';
import type { CanvasNode, Into } from '../project-nodes';

type Places = ReadonlyMap<string, { x: number; y: number }>;
const NOWHERE: Places = new Map();

/**
 * Dragged nodes move here alone; the document hears of it once, when they are let go: then they belong to the group
 * under the pointer. Escape puts them back. What others do to the same nodes meanwhile shows after the drop.
 */
export function useDragging(editor: Editor) {
  const [positions, setPositions] = React.useState(NOWHERE);
  const [into, setInto] = React.useState<Into | null>(null);
  const { screenToFlowPosition } = useReactFlow();
  const drag = React.useRef<Drag | null>(null);
  const stable = React.useMemo(() => {
    const rest = () => {
      drag.current = null;
      setPositions(NOWHERE);
      setInto(null);
    };
    const follow = (changes: NodeChange<CanvasNode>[]) => {
      const current = drag.current;
      const moved = changes.flatMap(each =>
        each.type === 'position' && each.dragging && each.position ? [[each.id, each.position] as const] : []
      );
      if (moved.length > 0 && current) {
        setPositions(draggedTo(current, moved));
        showDrag(editor, current, moved);
      }
    };
    const onNodeDragStart: OnNodeDrag<CanvasNode> = (_event, node, nodes) => {
      if (!node.selected && node.selectable === false) {
        editor.select({ nodes: [node.id] });
      }
      drag.current = startDrag(
        editor.view.flow,
        nodes.map(({ id }) => id)
      );
    };
    const onNodeDrag: OnNodeDrag<CanvasNode> = event => {
      if (drag.current) {
        const point = 'touches' in event ? event.touches[0] : event;
        const { x, y } = screenToFlowPosition({ x: point.clientX, y: point.clientY });
        const next = targetAt(drag.current, editor.view.flow, [x, y]);
        setInto(last => (last?.group === next?.group ? last : next));
      }
    };
    const onNodeDragStop: OnNodeDrag<CanvasNode> = (event, _node, nodes) => {
      const current = drag.current;
      if (!current) {
        return;
      }
      const point = 'changedTouches' in event ? event.changedTouches[0] : event;
      const { x, y } = screenToFlowPosition({ x: point.clientX, y: point.clientY });
      const target = targetAt(current, editor.view.flow, [x, y]);
      const moved = draggedTo(
        current,
        nodes.map(({ id, position }) => [id, position] as const)
      );
      rest();
      commit(editor, current, moved, target);
      // After the document has heard of it, so that nothing jumps back for others.
      editor.session?.show({ drag: undefined });
    };
    const giveUpDrag = () => {
      const gaveUp = drag.current !== null;
      rest();
      if (gaveUp) {
        editor.session?.show({ drag: undefined });
      }
      return gaveUp;
    };
    return { follow, giveUpDrag, handlers: { onNodeDragStart, onNodeDrag, onNodeDragStop } };
  }, [editor, screenToFlowPosition]);
  return { positions, into, ...stable };
}

/** Shows others what is in hand, and how far it was moved: the same for all of it. */
function showDrag({ session }: Editor, { roots, start }: Drag, moved: readonly Moved[]): void {
  const [id, at] = moved.find(([node]) => roots.includes(node)) ?? [];
  const from = id === undefined ? undefined : start.get(id);
  if (from && at) {
    const by: Position = [Math.round(at.x - from.x), Math.round(at.y - from.y)];
    session?.show({ drag: { nodes: roots.slice(0, SHOWN_NODES), by } });
  }
}

type Moved = readonly [id: string, place: { x: number; y: number }];

/** Writes where everything was let go, and to which group it belongs now, as one undo step. */
function commit(editor: Editor, drag: Drag, places: Places, target: Into | null): void {
  const { flow } = editor.view;
  const moved: Record<string, Position> = {};
  for (const [id, place] of places) {
    const [x, y] = [Math.round(place.x), Math.round(place.y)];
    const [oldX, oldY] = flow.pipeline.layout[id] ?? [0, 0];
    // The place of a group that holds nodes follows from theirs.
    if (flow.nodes.has(id) && !holds(flow, drag, target, id) && (x !== oldX || y !== oldY)) {
      moved[id] = [x, y];
    }
  }
  if (Object.keys(moved).length === 0 && !target) {
    return;
  }
  const done = change(editor, doc => {
    if (target) {
      moveIntoGroup(doc, target.ids, target.group || undefined);
    }
    moveNodes(doc, moved);
    return true;
  });
  if (done && target) {
    editor.canvas?.announce(movedText(editor, target));
  }
}

/** Whether a group holds anything after a drop. */
function holds(flow: Flow, { roots }: Drag, target: Into | null, id: string): boolean {
  const left = (flow.children.get(id) ?? []).filter(child => !target || !roots.includes(child));
  return left.length > 0;
}

function movedText({ view: { flow }, trans }: Editor, { ids, group }: Into): string {
  const title = (id: string) => flow.nodes.get(id)?.title ?? id;
  const what = ids.length === 1 ? title(ids[0]) : trans.__('%1 nodes', ids.length);
  return group === ''
    ? trans.__('%1 is now outside of all groups.', what)
    : trans.__('%1 is now inside %2.', what, title(group));
}
