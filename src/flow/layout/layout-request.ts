import { isChoice, isNote } from '../../pipeline';
import type { Flow, FlowNode } from '../flow';
import type { LayoutNode, LayoutRequest } from './arrange';
import type { Box } from './box';
import { branchOrder } from './branch-order';
import type { Size } from './card-size';
import { frameSpace, isFrame } from './frame-space';
import { boxes } from './frames';
import { itemFields } from './item-fields';

/**
 * What to arrange of a flow: all that runs, or these nodes and what groups among them hold. Notes stay where they are.
 * @param sizes sizes of cards by node id, when not those that follow from their content
 */
export function layoutRequest(
  flow: Flow,
  ids?: Iterable<string>,
  sizes: Readonly<Record<string, Size>> = {}
): LayoutRequest {
  const all = boxes(flow, undefined, sizes);
  const fields = itemFields(flow);
  const wanted = ids && new Set(ids);
  const nodes: LayoutNode[] = [];
  const rank = new Map(flow.order.map((id, place) => [id, place]));
  const visit = (group: string, isIn: boolean) => {
    const found = (flow.children.get(group) ?? []).flatMap(id => flow.nodes.get(id) ?? []);
    const branches = isChoiceNode(flow.nodes.get(group)) ? branchOrder(flow, group) : [];
    const place = byPlace(all, rank);
    const turn = (id: string) => branches.indexOf(id);
    for (const flowNode of found.sort((a, b) => turn(a.id) - turn(b.id) || place(a, b))) {
      const { id, node } = flowNode;
      const box = all.get(id);
      const chosen = isIn || !wanted || wanted.has(id);
      if (box && chosen && !isNote(node)) {
        const frame = isFrame(flowNode) ? frameSpace(flowNode, fields.get(id)) : undefined;
        nodes.push({ id, group, box, ...(frame && { frame, column: isChoiceNode(flowNode) }) });
      }
      if (isFrame(flowNode)) {
        visit(id, chosen);
      }
    }
  };
  visit('', false);
  return { nodes, edges: flow.edges.map(({ source, target }) => [source, target]) };
}

const isChoiceNode = (flowNode: FlowNode | undefined) => flowNode !== undefined && isChoice(flowNode.node);

/** From the top, then from the left; nodes that lie on one another as they run. */
function byPlace(all: ReadonlyMap<string, Box>, rank: ReadonlyMap<string, number>) {
  const place = ({ id }: FlowNode) => all.get(id) ?? { x: 0, y: 0 };
  return (a: FlowNode, b: FlowNode) =>
    place(a).y - place(b).y ||
    place(a).x - place(b).x ||
    (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0) ||
    (a.id < b.id ? -1 : 1);
}
