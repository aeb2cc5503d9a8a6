import { isBranch, isChoice, isGroup, isLoop, isSubPipeline } from '../../pipeline';
import type { FlowNode } from '../flow';
import { rowsHeight } from './card-size';

/** Measures of the frame of a group, in flow units; `style/canvas/group.css` draws to the same ones. */
export const FRAME = {
  header: 44,
  padding: 24,
  /** Width of the strip inside the frame where values enter or leave it. */
  gutter: 136,
  /** Width of such a value's label, which leaves the rest of the strip to its wires. */
  label: 84,
  /** Height of one such value. */
  row: 28,
  minWidth: 300,
  /** Room for nodes in a group that holds none. */
  empty: 96
} as const;

/** What a frame adds around the nodes it holds. */
export interface FrameSpace {
  left: number;
  top: number;
  right: number;
  bottom: number;
  minWidth: number;
  /** Least height of what is below the header. */
  minBody: number;
}

/** Whether a node is drawn as a frame around others: every group but a sub-pipeline that is a file of its own. */
export const isFrame = ({ node }: FlowNode): boolean =>
  isGroup(node) && !(isSubPipeline(node) && node.file !== undefined);

/** Names of the values that a group passes to what it holds: an empty name is the item of a loop. */
export function enterNames({ node, inputs }: FlowNode, itemFields: readonly string[] = []): string[] {
  if (isLoop(node)) {
    return ['', ...itemFields];
  }
  return inputs.flatMap(({ name, field }) => (field ? [] : [name]));
}

/** Height of a frame's header with the ports at its border. */
export const headerHeight = (flowNode: FlowNode): number => FRAME.header + rowsHeight(flowNode);

/** Space around what a group holds. */
export function frameSpace(flowNode: FlowNode, itemFields: readonly string[] = []): FrameSpace {
  const { node, outputs } = flowNode;
  const entering = enterNames(flowNode, itemFields).length;
  const rows = Math.max(entering, outputs.length);
  const tight = isBranch(node) || isChoice(node);
  return {
    left: entering > 0 ? FRAME.gutter : FRAME.padding,
    top: headerHeight(flowNode) + (tight ? 20 : FRAME.padding),
    right: outputs.length > 0 ? FRAME.gutter : FRAME.padding,
    bottom: tight ? 20 : FRAME.padding,
    minWidth: FRAME.minWidth,
    minBody: Math.max(FRAME.empty, rows > 0 ? rows * FRAME.row + FRAME.padding : 0)
  };
}
