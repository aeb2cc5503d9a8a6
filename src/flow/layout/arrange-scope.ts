import { Graph, layout } from '@dagrejs/dagre';
import type { Size } from './card-size';

/** A box to place among others. */
export interface Item {
  id: string;
  size: Size;
}

export type Corners = Map<string, readonly [number, number]>;

const GAP = { between: 36, ranks: 96, column: 28 } as const;
/** Above this many nodes a quicker ranker is used: network simplex takes seconds on deep graphs. */
const QUICK_ABOVE = 200;
/** Boxes without any edge stand in rows of about this many times their height, when there are more than a few. */
const FEW = 4;

/**
 * Places boxes in layers from left to right (dagre), in the order given where edges leave the choice. Boxes without
 * edges, when many, stand below in rows: one column of a hundred can't be read.
 * @returns top left corners, the smallest of both axes 0
 */
export function arrangeLayers(
  items: readonly Item[],
  edges: readonly (readonly [string, string])[]
): Corners {
  const linked = new Set(edges.flat());
  const loose = items.filter(({ id }) => !linked.has(id));
  if (loose.length <= FEW) {
    return layers(items, edges);
  }
  const corners = layers(
    items.filter(({ id }) => linked.has(id)),
    edges
  );
  const below = items.reduce(
    (bottom, { id, size }) => Math.max(bottom, (corners.get(id)?.[1] ?? -GAP.between) + size[1]),
    -GAP.between
  );
  grid(loose).forEach(([x, y], id) => corners.set(id, [x, corners.size > 0 ? y + below + GAP.between : y]));
  return corners;
}

function layers(items: readonly Item[], edges: readonly (readonly [string, string])[]): Corners {
  if (items.length === 0) {
    return new Map();
  }
  const graph = new Graph();
  graph.setGraph({
    rankdir: 'LR',
    nodesep: GAP.between,
    ranksep: GAP.ranks,
    ranker: items.length > QUICK_ABOVE ? 'tight-tree' : 'network-simplex'
  });
  graph.setDefaultEdgeLabel(() => ({}));
  items.forEach(({ id, size: [width, height] }) => graph.setNode(id, { width, height }));
  edges.forEach(([source, target]) => graph.setEdge(source, target));
  layout(graph);
  const corners: Corners = new Map(
    items.map(({ id, size: [width, height] }) => {
      const { x, y } = graph.node(id) as { x: number; y: number };
      return [id, [x - width / 2, y - height / 2]];
    })
  );
  return atOrigin(corners);
}

/** Boxes in rows, about as wide as high. */
function grid(items: readonly Item[]): Corners {
  const area = items.reduce((sum, { size: [width, height] }) => sum + width * height, 0);
  const limit = Math.sqrt(area) * 1.6;
  const corners: Corners = new Map();
  let [x, y, rowHeight] = [0, 0, 0];
  for (const { id, size } of items) {
    if (x > 0 && x + size[0] > limit) {
      [x, y, rowHeight] = [0, y + rowHeight + GAP.between, 0];
    }
    corners.set(id, [x, y]);
    x += size[0] + GAP.between;
    rowHeight = Math.max(rowHeight, size[1]);
  }
  return corners;
}

/** Boxes one below the other, as the branches of a choice stand. */
export function arrangeColumn(items: readonly Item[]): Corners {
  const corners: Corners = new Map();
  let y = 0;
  for (const { id, size } of items) {
    corners.set(id, [0, y]);
    y += size[1] + GAP.column;
  }
  return corners;
}

function atOrigin(corners: Corners): Corners {
  const all = [...corners.values()];
  const [left, top] = [0, 1].map(axis => Math.min(...all.map(corner => corner[axis])));
  return new Map([...corners].map(([id, [x, y]]) => [id, [x - left, y - top]]));
}
