import type { Flow, FlowEdge } from '../flow';
import { bindInput, removeOrder, type SharedPipeline } from '../pipeline';

/**
 * Takes an edge out of the document. For an edge that follows from the code, the user's decision not to feed this
 * name is stored. Returns false for an edge that only a change of the code can end.
 */
export function disconnect(doc: SharedPipeline, edge: FlowEdge): boolean {
  if (edge.kind === 'order') {
    removeOrder(doc, edge.source, edge.target);
    return true;
  }
  if (edge.targetPort === undefined) {
    return false;
  }
  bindInput(doc, edge.target, edge.targetPort, undefined);
  return true;
}

/** Edges of a flow that would still be there after these nodes are gone. */
export function edgesBeside(flow: Flow, nodes: ReadonlySet<string>, edges: ReadonlySet<string>): FlowEdge[] {
  return flow.edges.filter(edge => edges.has(edge.id) && !nodes.has(edge.source) && !nodes.has(edge.target));
}
