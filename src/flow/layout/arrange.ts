import type { Position } from '../../pipeline';
import { arrangeColumn, arrangeLayers, type Corners, type Item } from './arrange-scope';
import { type Box, boxAround } from './box';
import type { FrameSpace } from './frame-space';
import { frameBox } from './frames';

/** A node to place. */
export interface LayoutNode {
  id: string;
  /** The group around it; empty for none. */
  group: string;
  /** Where it is now. */
  box: Box;
  /** Groups that are drawn as frames. */
  frame?: FrameSpace;
  /** Groups whose content stands in a column, in the order of the request. */
  column?: boolean;
}

/** What to arrange: plain data, so that it can be sent to a worker. Nodes of a group come in the order to keep. */
export interface LayoutRequest {
  nodes: LayoutNode[];
  /** Pairs of ids: what feeds or precedes, and what comes after. Ids of no node are passed over. */
  edges: (readonly [string, string])[];
}

/** Top left corners by id. */
export type Places = Record<string, Position>;

/**
 * Arranges nodes from left to right, groups from the inside out: what a group holds is arranged alone, then the group
 * is one box among those beside it. Nodes whose group is not to be placed are arranged among those of the same group,
 * and the top left corner of these stays where it was.
 */
export function arrange({ nodes, edges }: LayoutRequest): Places {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const held = new Map<string, LayoutNode[]>();
  for (const node of nodes) {
    const beside = held.get(node.group) ?? [];
    beside.push(node);
    held.set(node.group, beside);
  }
  const lifted = liftEdges(byId, edges);
  const inner = new Map<string, Corners>();
  const sizeOf = (node: LayoutNode): Item => {
    const content = held.get(node.id) ?? [];
    const { frame } = node;
    if (!frame || content.length === 0) {
      return { id: node.id, size: [node.box.width, node.box.height] };
    }
    const { width, height } = frameBox(frame, [extent(node.id, content, node.column)], [0, 0]);
    return { id: node.id, size: [width, height] };
  };
  const extent = (scope: string, content: readonly LayoutNode[], column = false): Box => {
    const items = content.map(sizeOf);
    const corners = column ? arrangeColumn(items) : arrangeLayers(items, lifted.get(scope) ?? []);
    inner.set(scope, corners);
    const all = items.map(({ id, size: [width, height] }) => {
      const [x, y] = corners.get(id) ?? [0, 0];
      return { x, y, width, height };
    });
    return boxAround(all) ?? { x: 0, y: 0, width: 0, height: 0 };
  };
  const places: Places = {};
  const place = (scope: string, dx: number, dy: number) =>
    inner.get(scope)?.forEach(([x, y], id) => {
      places[id] = [Math.round(dx + x), Math.round(dy + y)];
      const frame = byId.get(id)?.frame;
      place(id, dx + x + (frame?.left ?? 0), dy + y + (frame?.top ?? 0));
    });
  for (const [scope, content] of held) {
    const start = byId.has(scope) ? undefined : boxAround(content.map(node => node.box));
    if (start) {
      extent(scope, content);
      place(scope, start.x, start.y);
    }
  }
  return places;
}

/** Edges as each scope sees them: between its own boxes, groups standing for what they hold. */
function liftEdges(
  byId: ReadonlyMap<string, LayoutNode>,
  edges: LayoutRequest['edges']
): Map<string, (readonly [string, string])[]> {
  const lifted = new Map<string, (readonly [string, string])[]>();
  const seen = new Set<string>();
  const path = (id: string) => {
    const around: string[] = [];
    for (let node = byId.get(id); node; node = byId.get(node.group)) {
      around.push(node.id);
    }
    const outermost = around.at(-1) ?? '';
    return [...around, byId.get(outermost)?.group ?? ''].reverse();
  };
  for (const [source, target] of edges) {
    const [a, b] = [path(source), path(target)];
    const level = a.findIndex((id, i) => id !== b[i]);
    const key = `${a[level]}\0${b[level]}`;
    if (level > 0 && level < b.length && !seen.has(key)) {
      seen.add(key);
      const scope = lifted.get(a[level - 1]) ?? [];
      scope.push([a[level], b[level]]);
      lifted.set(a[level - 1], scope);
    }
  }
  return lifted;
}
