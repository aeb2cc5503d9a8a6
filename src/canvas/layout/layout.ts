import { Graph, layout } from '@dagrejs/dagre';

/** What to arrange, in flow units. */
export interface LayoutRequest {
  nodes: { id: string; x: number; y: number; width: number; height: number }[];
  edges: { source: string; target: string }[];
}

/** Top left corners by id. */
export type Places = Record<string, [number, number]>;

const GAP = { between: 36, ranks: 96 } as const;
/** Above this many nodes a quicker ranker is used: network simplex takes seconds on deep graphs. */
const QUICK_ABOVE = 200;

/**
 * Arranges nodes in layers from left to right (dagre). The top left corner of what is arranged stays where it was,
 * and nodes keep their order from top to bottom where edges leave the choice.
 */
export function layoutFlow({ nodes, edges }: LayoutRequest): Places {
  if (nodes.length === 0) {
    return {};
  }
  const graph = new Graph();
  graph.setGraph({
    rankdir: 'LR',
    nodesep: GAP.between,
    ranksep: GAP.ranks,
    ranker: nodes.length > QUICK_ABOVE ? 'tight-tree' : 'network-simplex'
  });
  graph.setDefaultEdgeLabel(() => ({}));
  const ordered = [...nodes].sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1));
  ordered.forEach(({ id, width, height }) => graph.setNode(id, { width, height }));
  for (const { source, target } of edges) {
    if (source !== target && graph.hasNode(source) && graph.hasNode(target)) {
      graph.setEdge(source, target);
    }
  }
  layout(graph);
  const corners = nodes.map(({ id, width, height }) => {
    const { x, y } = graph.node(id) as { x: number; y: number };
    return { id, x: x - width / 2, y: y - height / 2 };
  });
  const dx = Math.min(...nodes.map(node => node.x)) - Math.min(...corners.map(corner => corner.x));
  const dy = Math.min(...nodes.map(node => node.y)) - Math.min(...corners.map(corner => corner.y));
  return Object.fromEntries(
    corners.map(({ id, x, y }) => [id, [Math.round(x + dx), Math.round(y + dy)] as [number, number]])
  );
}
