import type { Position } from '../../pipeline';
import type { Flow, FlowNode } from '../flow';
import { type Box, boxAround } from './box';
import { cardSize, type Size } from './card-size';
import { type FrameSpace, frameSpace, isFrame } from './frame-space';
import { itemFields } from './item-fields';

/** What frames are worked out from. */
export type Drawn = Pick<Flow, 'nodes' | 'children' | 'pipeline'>;

/**
 * The boxes of all nodes. A group's box follows from what it holds; one that holds nothing stands where its own
 * layout entry says. Inner nodes of sub-pipelines that are files are not drawn and have none.
 * @param at where a node is, when not where the pipeline says
 * @param sizes sizes of cards by node id, when not those that follow from their content
 */
export function boxes(
  flow: Drawn,
  at: (id: string) => Position | undefined = () => undefined,
  sizes: Readonly<Record<string, Size>> = {}
): Map<string, Box> {
  const found = new Map<string, Box>();
  const fields = itemFields(flow);
  const visit = (id: string): Box | undefined => {
    const flowNode = flow.nodes.get(id);
    if (!flowNode || flowNode.fileOf !== undefined) {
      return undefined;
    }
    const own = at(id) ?? flow.pipeline.layout[id] ?? [0, 0];
    const held = isFrame(flowNode) ? (flow.children.get(id) ?? []) : [];
    const inside = held.flatMap(child => visit(child) ?? []);
    const box = isFrame(flowNode)
      ? frameBox(frameSpace(flowNode, fields.get(id)), inside, own)
      : cardBox(flowNode, own, sizes[id]);
    found.set(id, box);
    return box;
  };
  flow.children.get('')?.forEach(visit);
  return found;
}

const known = new WeakMap<Drawn, ReadonlyMap<string, Box>>();

/** The boxes of all nodes where the pipeline says; worked out once for each flow. */
export function boxesOf(flow: Drawn): ReadonlyMap<string, Box> {
  const found = known.get(flow) ?? boxes(flow);
  known.set(flow, found);
  return found;
}

function cardBox(flowNode: FlowNode, [x, y]: Position, size: Size = cardSize(flowNode)): Box {
  return { x, y, width: size[0], height: size[1] };
}

/** The frame around boxes, or an empty one at a place. */
export function frameBox(space: FrameSpace, inside: readonly Box[], [x, y]: Position): Box {
  const content = boxAround(inside);
  const body = space.minBody + space.bottom;
  if (!content) {
    return { x, y, width: Math.max(space.minWidth, space.left + space.right), height: space.top + body };
  }
  return {
    x: content.x - space.left,
    y: content.y - space.top,
    width: Math.max(space.minWidth, content.width + space.left + space.right),
    height: space.top + Math.max(content.height, space.minBody) + space.bottom
  };
}
