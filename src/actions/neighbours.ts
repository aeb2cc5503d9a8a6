import { boxesOf, type Flow } from '../flow';
import type { Position } from '../pipeline';

export type Direction = 'left' | 'right' | 'up' | 'down';

const place = (flow: Flow, id: string): Position => {
  const box = boxesOf(flow).get(id);
  return box ? [box.x, box.y] : (flow.pipeline.layout[id] ?? [0, 0]);
};

/** Ids in the order in which they read: as they run, then notes and the like from the top. */
export function readingOrder(flow: Flow): string[] {
  const ordered = new Set(flow.order);
  const rest = [...flow.nodes.keys()].filter(id => !ordered.has(id));
  return [...flow.order, ...rest.sort((a, b) => place(flow, a)[1] - place(flow, b)[1] || (a < b ? -1 : 1))];
}

/** The nodes of a group, or of none by the empty id, in the order in which they read. */
export function inScopeOrder(flow: Flow, group: string): string[] {
  const held = new Set(flow.children.get(group));
  return readingOrder(flow).filter(id => held.has(id));
}

/**
 * The node that an arrow key leads to: left and right follow wires, up and down go among the siblings, which feed or
 * are fed by the same nodes. Where no wire leads on, the nearest node of the same group on that side, and from the
 * last of them the nearest beside the group.
 */
export function neighbour(flow: Flow, id: string, direction: Direction): string | undefined {
  if (direction === 'left' || direction === 'right') {
    const wire = closest(wired(flow, id, direction), distance(flow, id, direction, true));
    return wire ?? nearest(flow, id, direction);
  }
  return closest(siblings(flow, id), distance(flow, id, direction)) ?? nearest(flow, id, direction);
}

function nearest(flow: Flow, id: string, direction: Direction): string | undefined {
  const group = flow.nodes.get(id)?.node.group ?? '';
  const found = closest(flow.children.get(group) ?? [], distance(flow, id, direction));
  return found ?? (group === '' ? undefined : nearest(flow, group, direction));
}

function wired(flow: Flow, id: string, direction: 'left' | 'right'): string[] {
  const [near, far] =
    direction === 'left' ? (['target', 'source'] as const) : (['source', 'target'] as const);
  return flow.edges.filter(edge => edge[near] === id).map(edge => edge[far]);
}

function siblings(flow: Flow, id: string): string[] {
  return (['left', 'right'] as const).flatMap(side =>
    wired(flow, id, side).flatMap(other => wired(flow, other, side === 'left' ? 'right' : 'left'))
  );
}

/** How far another node is in one direction, the other axis counting double; infinite when it lies behind. */
function distance(flow: Flow, from: string, direction: Direction, anySide = false): (id: string) => number {
  const [x, y] = place(flow, from);
  const across = direction === 'left' || direction === 'right';
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  return id => {
    const [dx, dy] = [place(flow, id)[0] - x, place(flow, id)[1] - y];
    const along = sign * (across ? dx : dy);
    const off = Math.abs(across ? dy : dx);
    return id === from || (along <= 0 && !anySide) ? Infinity : Math.abs(along) + 2 * off;
  };
}

function closest(ids: readonly string[], cost: (id: string) => number): string | undefined {
  return [...ids].sort((a, b) => cost(a) - cost(b) || (a < b ? -1 : 1)).find(id => cost(id) < Infinity);
}
