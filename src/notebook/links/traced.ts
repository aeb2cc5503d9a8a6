import type { CellFacts, FileUse } from '../facts';
import type { Change } from './changes';
import type { ResolvedUse, Version } from './version';

export interface TracedCell {
  id: string;
  facts: CellFacts;
}

/** A file use at the place where it happens. */
export interface PlacedFile extends FileUse {
  cell: number;
  statement: number;
}

/** One run of all cells in notebook order: every use with the version it meets. */
export interface Trace {
  cells: readonly TracedCell[];
  uses: ResolvedUse[];
  files: PlacedFile[];
  /** Per cell: the last thing that happened to each name in it; null when it was deleted. */
  ends: Map<string, Version | null>[];
  /** Cells that bind each name. */
  binders: Map<string, number[]>;
  /** Sure changes of objects in place, in the order in which they happen. */
  changes: Change[];
  /** Cells after whose first opaque construct any name may exist. */
  opaqueFrom: number;
}
