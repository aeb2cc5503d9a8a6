import type { Translation } from '../actions';
import type { Flow, FlowEdge } from '../flow';

const title = (flow: Flow, id: string) => flow.nodes.get(id)?.title ?? id;

/** What is written on an edge: the name that travels along it. */
export function edgeLabel({ sourcePort, why, kind }: FlowEdge): string {
  const name = why?.name ?? sourcePort ?? '';
  return kind === 'maybe' ? `${name}?` : name;
}

/** Why an edge is there, in one sentence; cells are counted from 1. */
export function edgeReason(edge: FlowEdge, flow: Flow, trans: Translation): string {
  const { why, kind, sourcePort, targetPort } = edge;
  if (kind === 'order') {
    return trans.__('%1 runs after %2', title(flow, edge.target), title(flow, edge.source));
  }
  if (!why) {
    return trans.__('"%1" of %2 feeds "%3"', sourcePort ?? '', title(flow, edge.source), targetPort ?? '');
  }
  const [write, read] = [why.write.cell + 1, why.read.cell + 1];
  const reasons: Record<Exclude<typeof kind, 'order'>, string> = {
    data: trans.__('"%1" written in cell %2, read in cell %3', why.name, write, read),
    update: trans.__('"%1" updated in cell %2, read in cell %3', why.name, write, read),
    maybe: trans.__('"%1" perhaps written in cell %2, read in cell %3', why.name, write, read),
    file: trans.__('file "%1" written in cell %2, read in cell %3', why.name, write, read)
  };
  return edge.stale ? trans.__('%1 (before the cell stopped parsing)', reasons[kind]) : reasons[kind];
}

/** The name a screen reader says. */
export function edgeName(edge: FlowEdge, flow: Flow, trans: Translation): string {
  return edge.kind === 'order'
    ? edgeReason(edge, flow, trans)
    : trans.__('%1 from %2 to %3', edgeLabel(edge), title(flow, edge.source), title(flow, edge.target));
}
