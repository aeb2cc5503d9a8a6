import { type Box, boxesOf, type Flow, isFrame, isIn } from '../flow';
import { ancestors, isBranch, isChoice, mayHold, type Pipeline, withDescendants } from '../pipeline';
import type { Into } from './project-nodes';

/** A drag as it began; frames are hit where they were then, so that none runs away from the pointer. */
export interface Drag {
  /** The nodes in hand but those inside groups in hand. */
  roots: readonly string[];
  /** Where all that moves was: nodes in hand and what groups among them hold. */
  start: ReadonlyMap<string, Box>;
  /** What moves with each group in hand. */
  inside: ReadonlyMap<string, readonly string[]>;
  /** Groups that may be left empty, where their frames were. */
  homes: ReadonlyMap<string, Box>;
  /** Frames that can be hit, the innermost first. */
  frames: readonly { id: string; box: Box }[];
}

type Point = readonly [number, number];
type Places = ReadonlyMap<string, { x: number; y: number }>;

export function startDrag(flow: Flow, ids: readonly string[]): Drag {
  const { nodes } = flow.pipeline;
  const all = boxesOf(flow);
  const chosen = new Set(ids);
  const roots = ids.filter(id => !ancestors(nodes, id).some(group => chosen.has(group)));
  const moving = withDescendants(nodes, roots);
  const pick = (keys: Iterable<string>) =>
    new Map([...keys].flatMap(id => [[id, all.get(id)] as const]).filter(isPlaced));
  const frames = [...flow.nodes.values()]
    .filter(flowNode => isFrame(flowNode) && !moving.has(flowNode.id))
    .map(({ id }) => ({ id, depth: ancestors(nodes, id).length }))
    .sort((a, b) => b.depth - a.depth);
  return {
    roots,
    start: pick(moving),
    inside: new Map(roots.map(id => [id, [...withDescendants(nodes, [id])]])),
    homes: pick(roots.flatMap(id => nodes[id]?.group ?? [])),
    frames: frames.flatMap(({ id }) => {
      const box = all.get(id);
      return box ? [{ id, box }] : [];
    })
  };
}

const isPlaced = (entry: readonly [string, Box | undefined]): entry is readonly [string, Box] =>
  entry[1] !== undefined;

/** Where everything is when nodes in hand have come to these places: a group takes what it holds along. */
export function draggedTo(
  { roots, start, inside, homes }: Drag,
  moved: readonly (readonly [string, { x: number; y: number }])[]
): Places {
  const places = new Map<string, { x: number; y: number }>(
    [...homes].map(([id, { x, y }]) => [id, { x, y }])
  );
  const at = new Map(moved);
  for (const root of roots) {
    const from = start.get(root);
    const to = at.get(root);
    if (from && to) {
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      for (const id of inside.get(root) ?? []) {
        const box = start.get(id);
        if (box) {
          places.set(id, { x: box.x + dx, y: box.y + dy });
        }
      }
    }
  }
  return places;
}

/** The group that all in hand would go to if they were let go at a point; null when they are in it already. */
export function targetAt({ roots, frames }: Drag, { pipeline: { nodes } }: Flow, point: Point): Into | null {
  const fits = (group: string) => roots.every(id => mayBeIn(nodes, id, group));
  const group = frames.find(({ id, box }) => isIn(box, point) && fits(id))?.id ?? '';
  const stays = roots.every(id => (nodes[id]?.group ?? '') === group);
  return stays ? null : { ids: roots, group };
}

/** A choice holds branches alone. */
function mayBeIn(nodes: Pipeline['nodes'], id: string, group: string): boolean {
  return mayHold(nodes[group]) && (!isChoice(nodes[group]) || isBranch(nodes[id]));
}
