import type { Node } from '@xyflow/react';
import type { EditorView, Translation } from '../actions';
import { type Box, boxes, boxesOf, type Flow, isFrame, itemFields } from '../flow';
import { type CardData, cardData, resized } from './card-data';
import { nodeName } from './node-name';
import { drawingOrder } from './drawing-order';

export type CanvasNode = Node<CardData>;

/** State of the gesture under way, which is not in the document. */
export interface LocalState {
  /** Where dragged nodes are now. */
  positions: ReadonlyMap<string, { x: number; y: number }>;
  /** The group that dragged nodes would go to if they were let go now, when that is not where they are. */
  into: Into | null;
  renaming: string | null;
}

/** Nodes on their way into another group; the empty id is no group. */
export interface Into {
  ids: readonly string[];
  group: string;
}

const CARDS = new Set(['cells', 'notebook', 'container', 'importer', 'component', 'note', 'pipeline']);
/** Frames lie under the wires, which are at 0, the outer ones lowest; cards lie above. */
const UNDER_WIRES = -1000;

/**
 * Makes React Flow's nodes from a view, in absolute places: a frame follows from what it holds, so nodes placed
 * relative to it would all change when one of them is dragged. A node whose content is the same keeps its identity
 * from one call to the next, and so does the array when all do: React Flow then leaves its internals and its page
 * alone. While nodes are dragged, only these and the frames around them are made anew.
 */
export function nodeProjector(trans: Translation): (view: EditorView, local: LocalState) => CanvasNode[] {
  const project = viewProjector(trans);
  let moved = new Map<string, CanvasNode>();
  return (view, { positions, into, renaming }) => {
    const resting = project(view, renaming);
    if (positions.size === 0) {
      moved.clear();
      return resting;
    }
    const { flow } = view;
    const at = (id: string): [number, number] | undefined => {
      const place = positions.get(id);
      return place && [place.x, place.y];
    };
    const all = boxes(into ? { ...flow, children: movedInto(flow, into) } : flow, at);
    const fields = itemFields(flow);
    const last = moved;
    moved = new Map();
    return resting.map(node => {
      const box = all.get(node.id);
      const className = into?.group === node.id ? `${node.className} jp-mod-into` : node.className;
      if (!box || (sameBox(node, box) && className === node.className)) {
        return node;
      }
      const before = last.get(node.id);
      const same =
        before && sameBox(before, box) && before.className === className && before.selected === node.selected;
      const next = same ? before : { ...inBox(node, box, fields.get(node.id)), className };
      moved.set(node.id, next);
      return next;
    });
  };
}

/** Children of each group as they would be after a drop. */
function movedInto({ children }: Flow, { ids, group }: Into): Flow['children'] {
  const gone = new Set(ids);
  const next = new Map([...children].map(([id, held]) => [id, held.filter(child => !gone.has(child))]));
  return next.set(group, [...(next.get(group) ?? []), ...ids]);
}

const sameBox = ({ position, width, height }: CanvasNode, box: Box) =>
  position.x === box.x && position.y === box.y && width === box.width && height === box.height;

function inBox(node: CanvasNode, box: Box, fields: readonly string[] | undefined): CanvasNode {
  const { x, y, width, height } = box;
  const position = { x, y };
  if (node.width === width && node.height === height) {
    return { ...node, position };
  }
  const data = resized(node.data, box, fields);
  const { handles } = data.geometry;
  return { ...node, position, data, width, height, measured: { width, height }, handles };
}

/** The nodes of a view at rest, groups before what they hold. */
function viewProjector(trans: Translation): (view: EditorView, renaming: string | null) => CanvasNode[] {
  let lastView: EditorView | null = null;
  let lastRenaming: string | null = null;
  let last: CanvasNode[] = [];
  let known = new Map<string, CanvasNode>();
  return (view, renaming) => {
    if (view === lastView && renaming === lastRenaming) {
      return last;
    }
    lastView = view;
    lastRenaming = renaming;
    const { flow, selection } = view;
    const all = boxesOf(flow);
    const dataOf = cardData(view, renaming, trans);
    const next = drawingOrder(flow).flatMap(({ id, depth }) => {
      const flowNode = flow.nodes.get(id);
      const box = all.get(id);
      if (!flowNode || !box) {
        return [];
      }
      const before = known.get(id);
      const data = dataOf(flowNode, box, before?.data);
      return [keepNode(before, data, box, depth, selection.nodes.has(id), trans)];
    });
    known = new Map(next.map(node => [node.id, node]));
    last = next.length === last.length && next.every((node, i) => node === last[i]) ? last : next;
    return last;
  };
}

function keepNode(
  last: CanvasNode | undefined,
  data: CardData,
  box: Box,
  depth: number,
  selected: boolean,
  trans: Translation
): CanvasNode {
  const { id, node } = data.flowNode;
  const framed = isFrame(data.flowNode);
  const zIndex = framed ? UNDER_WIRES + depth : Number(selected);
  if (last?.data === data && sameBox(last, box) && last.selected === selected && last.zIndex === zIndex) {
    return last;
  }
  const { width, height, handles } = data.geometry;
  return {
    id,
    type: framed ? 'frame' : CARDS.has(node.kind) ? node.kind : 'opaque',
    className: framed ? 'jp-mod-frame' : 'jp-mod-card',
    data,
    position: { x: box.x, y: box.y },
    selected,
    zIndex,
    width,
    height,
    measured: { width, height },
    handles,
    ...(framed && FRAME_BEHAVIOUR),
    ariaRole: 'group',
    ariaLabel: last?.data === data ? last.ariaLabel : nodeName(data, trans),
    domAttributes: last?.domAttributes ?? attributes(id, framed, trans)
  };
}

/** A frame is taken by its header; elsewhere the pointer goes through it, and a box selects what it holds. */
const FRAME_BEHAVIOUR = {
  dragHandle: '.jp-WeftFrame-header',
  selectable: false,
  style: { pointerEvents: 'none' }
} as const;

/** React Flow's type names no data attributes, though React takes them. */
function attributes(id: string, framed: boolean, trans: Translation): CanvasNode['domAttributes'] {
  const role = framed ? trans.__('group') : trans.__('node');
  const found = { 'data-weft-node': id, tabIndex: -1, 'aria-roledescription': role };
  return found;
}
