import type { CellEdge, CellFacts, CellProblem, EdgeKind } from '../facts';
import { fileEdges } from './file-edges';
import { cellProblems, starSource } from './problems';
import { traceCells } from './trace';
import type { ResolvedUse } from './version';
import { isHoisted } from './version';

/**
 * Edges between cells, in notebook order: each read is fed by the nearest preceding version of its name.
 * At most one edge for two cells and a name. `cells` are the code cells in notebook order.
 */
export function linkCells(cells: readonly { id: string; facts: CellFacts }[]): {
  edges: CellEdge[];
  problems: CellProblem[];
} {
  const trace = traceCells(cells);
  const found = new Map<string, { edge: CellEdge; rank: number }>();
  for (const use of trace.uses) {
    const version = use.version ?? starSource(trace, use);
    if (!version || version.cell === use.cell) {
      continue;
    }
    const kind = edgeKind(use);
    if (!kind) {
      continue;
    }
    const edge: CellEdge = {
      from: cells[version.cell].id,
      to: cells[use.cell].id,
      name: use.name,
      kind: use.version ? kind : 'hoist',
      ...(use.version && { version: version.ordinal }),
      ...(use.version && version.made !== undefined && { made: version.made }),
      writeLine: version.line,
      readLine: use.line
    };
    const key = `${version.cell} ${use.cell} ${use.name}`;
    const known = found.get(key);
    const rank = RANKS[use.kind];
    if (!known) {
      found.set(key, { edge, rank });
    } else if (rank > known.rank) {
      known.edge.kind = edge.kind;
      known.rank = rank;
    }
  }
  return {
    edges: [...[...found.values()].map(({ edge }) => edge), ...fileEdges(trace)],
    problems: cellProblems(trace)
  };
}

/** Of several uses over one edge the strongest names it. */
const RANKS: Record<ResolvedUse['kind'], number> = {
  readAnnotation: 0,
  join: 1,
  readLate: 2,
  mayRead: 2,
  read: 2,
  maybeUpdate: 3,
  update: 4
};

/** Null for what makes no edge: an annotation never causes data to flow. */
export function edgeKind(use: ResolvedUse): Exclude<EdgeKind, 'file' | 'order'> | null {
  if (!use.version || isHoisted(use.version)) {
    return 'hoist';
  }
  switch (use.kind) {
    case 'readAnnotation':
      return null;
    case 'update':
      return 'update';
    case 'maybeUpdate':
    case 'join':
      return 'maybe';
    default:
      return 'data';
  }
}
