import type { CellFacts, ImportFact } from '../facts';
import type { Version } from './version';

/** The import that binds a name in a cell, the last of several. */
export function importOf(name: string, { imports }: CellFacts): ImportFact | undefined {
  return imports.findLast(({ names }) => names.includes(name));
}

/** What a dotted name is, whose first part is imported: `heapq.heappush` of `hq.heappush`. */
export function importedName(
  dotted: string,
  { cell }: Version,
  cells: readonly { facts: CellFacts }[]
): string | undefined {
  const [root, ...rest] = dotted.split('.');
  const origin = importOf(root, cells[cell].facts)?.origins?.[root];
  return origin === undefined ? undefined : [origin, ...rest].join('.');
}
