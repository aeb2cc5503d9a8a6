import {
  type Box,
  boxAround,
  boxesOf,
  CARD,
  type Flow,
  FRAME,
  frameSpace,
  isFrame,
  isIn,
  itemFields
} from '../flow';
import { ancestors, isChoice, mayHold, type PipelineNode, type Position } from '../pipeline';
import type { Editor } from './editor';

const STEP = 40;
const GAP = 36;
/** Between the branches of a choice, and from one that is new and empty to the next. */
export const ARM_GAP = 28;
export const BRANCH_STEP = 244;

/** Where the first branch of a choice stands. */
export const insideChoice = ([x, y]: Position): Position => [x + FRAME.padding, y + FRAME.header + 20];

/** Where a new node goes when the user did not point at a place: in the middle of the view, beside what is there. */
export function freePlace(editor: Editor): Position {
  const taken = Object.values(editor.view.flow.pipeline.layout);
  let [x, y] = (editor.canvas?.centre() ?? [0, 0]).map(Math.round);
  while (taken.some(([left, top]) => Math.abs(left - x) < STEP / 2 && Math.abs(top - y) < STEP / 2)) {
    x += STEP;
    y += STEP;
  }
  return [x, y];
}

/** Whether an argument of an action is a place on the canvas. */
export function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length === 2 && value.every(part => Number.isFinite(part));
}

/** Whether a group may hold a node: a choice holds branches alone. */
export function mayBeIn(flow: Flow, node: Pick<PipelineNode, 'kind'>, group: string): boolean {
  const holder = flow.nodes.get(group)?.node;
  return holder !== undefined && mayHold(holder) && (!isChoice(holder) || node.kind === 'branch');
}

/** The innermost group that is drawn at a place and may hold a node; undefined for none. */
export function groupAt(flow: Flow, node: Pick<PipelineNode, 'kind'>, place: Position): string | undefined {
  const depth = (id: string) => ancestors(flow.pipeline.nodes, id).length;
  const all = boxesOf(flow);
  return [...flow.nodes.values()]
    .filter(flowNode => isFrame(flowNode) && mayBeIn(flow, node, flowNode.id))
    .map(({ id }) => id)
    .filter(id => isIn(all.get(id) ?? NOWHERE, place))
    .sort((a, b) => depth(b) - depth(a))[0];
}

const NOWHERE: Box = { x: Infinity, y: Infinity, width: 0, height: 0 };

/** A free place inside a group: below what it holds or, in a group that runs on to the right, beside it. */
export function placeInside(flow: Flow, group: string): Position {
  const all = boxesOf(flow);
  const flowNode = flow.nodes.get(group);
  const frame = all.get(group);
  const held = (flow.children.get(group) ?? []).flatMap(id => all.get(id) ?? []);
  const content = boxAround(held);
  if (content) {
    return flowNode && isChoice(flowNode.node)
      ? [content.x, content.y + content.height + GAP]
      : [content.x + content.width + GAP, content.y];
  }
  const space = flowNode && frameSpace(flowNode, itemFields(flow).get(group));
  return [(frame?.x ?? 0) + (space?.left ?? 0), (frame?.y ?? 0) + (space?.top ?? 0)];
}

/** The place right of a node or group, level with it. */
export function placeBeside(flow: Flow, id: string): Position {
  const { x, y, width } = boxesOf(flow).get(id) ?? { x: 0, y: 0, width: CARD.width };
  return [Math.round(x + width + 2 * GAP), Math.round(y + FRAME.header / 2)];
}
