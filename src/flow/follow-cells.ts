import { type AnalyzedCell, type AnalyzedNotebook, isPlaceId } from '../notebook';
import type { CellRef } from '../pipeline';
import type { CellCandidate, CellState, FlowCell } from './flow';
import { notebookCell } from './notebook-cells';
import { splitPieces } from './split-pieces';

/**
 * Finds the cells of the nodes of one notebook: by id, and where an id is gone, or says no more than a place, by the
 * hash of the source, when just one cell can be meant. A cell that was cut in pieces is followed to all of them.
 * @param drawn the cells of each node
 * @returns for each node its cells in notebook order, those that are missing last
 */
export function followCells(
  drawn: readonly (readonly CellRef[])[],
  notebook: AnalyzedNotebook
): FlowCell[][] {
  const search = new Search(notebook, drawn.flat());
  return drawn.map(refs => inOrder(refs.flatMap(ref => search.cells(ref))));
}

const inOrder = (cells: FlowCell[]): FlowCell[] => {
  const place = ({ index }: FlowCell) => (index < 0 ? Infinity : index);
  return cells.sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
};

/** Of more cells that changed at once, as when a notebook is formatted anew, none is looked at for pieces. */
const MOST_CHANGED = 20;

class Search {
  constructor(
    private readonly _notebook: AnalyzedNotebook,
    refs: readonly CellRef[]
  ) {
    this._claim(refs);
    this._pair(refs);
    const changed = refs.filter(ref => this._isChanged(ref));
    if (changed.length <= MOST_CHANGED) {
      changed.forEach(ref => this._cut(ref));
    }
  }

  /** Where a drawn cell stands now. */
  cells(ref: CellRef): FlowCell[] {
    const pieces = this._pieces.get(ref.id);
    if (pieces) {
      return pieces.map(piece => stand(ref, piece, 'split'));
    }
    const moved = this._moved.get(keyOf(ref));
    if (moved) {
      return [stand(ref, moved, 'moved')];
    }
    const cell = this._byId(ref);
    const candidates = cell?.hash === ref.hash ? [] : this._twins(ref);
    const offer = candidates.length > 0 ? { candidates: candidates.map(candidate) } : {};
    if (!cell) {
      return [{ ref, state: 'missing', index: -1, source: '', ...offer }];
    }
    return [{ ...stand(ref, cell, cell.hash === ref.hash ? 'ok' : 'changed'), ...offer }];
  }

  /** Ids that say which cell is meant come first; an id of a place does so while the source is there still. */
  private _claim(refs: readonly CellRef[]): void {
    for (const ref of refs) {
      const cell = this._byId(ref);
      if (cell && !isDoubtful(ref, cell)) {
        this._claimed.add(cell.id);
      }
    }
  }

  /** Pairs drawn cells with cells of the same source, where there are as many of these as of those. */
  private _pair(refs: readonly CellRef[]): void {
    const lost = new Map<string, Map<string, CellRef>>();
    for (const ref of refs) {
      const cell = this._byId(ref);
      if (!cell || isDoubtful(ref, cell)) {
        const same = lost.get(ref.hash) ?? new Map<string, CellRef>();
        lost.set(ref.hash, same.set(ref.id, ref));
      }
    }
    for (const same of lost.values()) {
      const wanting = [...same.values()].sort(byPlace);
      const twins = this._twins(wanting[0]);
      if (twins.length === wanting.length) {
        wanting.forEach((ref, i) => {
          this._moved.set(keyOf(ref), twins[i]);
          this._claimed.add(twins[i].id);
        });
      }
    }
    for (const ref of refs) {
      const cell = this._byId(ref);
      if (cell && !this._moved.has(keyOf(ref))) {
        this._claimed.add(cell.id);
      }
    }
  }

  private _isChanged(ref: CellRef): boolean {
    const cell = this._byId(ref);
    return cell !== undefined && cell.hash !== ref.hash && !this._moved.has(keyOf(ref));
  }

  private _cut(ref: CellRef): void {
    const cell = this._byId(ref);
    const isFree = ({ id }: AnalyzedCell) => !this._claimed.has(id);
    const pieces = cell && splitPieces(this._notebook.cells, cell, ref.hash, isFree);
    if (pieces) {
      this._pieces.set(ref.id, pieces);
      pieces.forEach(({ id }) => this._claimed.add(id));
    }
  }

  /** Cells with the drawn source that no node holds. */
  private _twins({ hash }: CellRef): AnalyzedCell[] {
    return (cellsByHash(this._notebook).get(hash) ?? []).filter(({ id }) => !this._claimed.has(id));
  }

  private _byId({ id }: CellRef): AnalyzedCell | undefined {
    return notebookCell(this._notebook, id);
  }

  private readonly _claimed = new Set<string>();
  private readonly _moved = new Map<string, AnalyzedCell>();
  private readonly _pieces = new Map<string, AnalyzedCell[]>();
}

const keyOf = ({ id, hash }: CellRef): string => JSON.stringify([id, hash]);

/** An id that names a place, and the blank rest of a cell that was cut at its end, tell less than the source does. */
const isDoubtful = ({ id, hash }: CellRef, cell: AnalyzedCell): boolean =>
  cell.hash !== hash && (isPlaceId(id) || cell.source.trim() === '');

/** Those called by their places in this order, whatever the order in which they were drawn. */
const byPlace = (a: CellRef, b: CellRef): number =>
  isPlaceId(a.id) && isPlaceId(b.id) ? parseInt(a.id.slice(5)) - parseInt(b.id.slice(5)) : 0;

function stand(drawn: CellRef, cell: AnalyzedCell, state: CellState): FlowCell {
  const { syntaxError } = cell.facts;
  return {
    ref: { ...drawn, id: cell.id },
    state: syntaxError ? 'unparsed' : state,
    index: cell.index,
    source: cell.source,
    ...(cell.heading !== undefined && { heading: cell.heading }),
    ...(cell.id !== drawn.id && { drawn: drawn.id }),
    ...(state === 'split' && { pieceOf: drawn.id }),
    ...(syntaxError && { syntaxError })
  };
}

const candidate = ({ id, hash, index }: AnalyzedCell): CellCandidate => ({ id, hash, index });

const sorted = new WeakMap<AnalyzedNotebook, ReadonlyMap<string, AnalyzedCell[]>>();

/** Cells of a notebook by their hash, in notebook order; blank ones are left out. */
export function cellsByHash(notebook: AnalyzedNotebook): ReadonlyMap<string, AnalyzedCell[]> {
  let found = sorted.get(notebook);
  if (!found) {
    const cells = new Map<string, AnalyzedCell[]>();
    for (const cell of notebook.cells) {
      if (cell.source.trim() !== '') {
        cells.set(cell.hash, [...(cells.get(cell.hash) ?? []), cell]);
      }
    }
    sorted.set(notebook, cells);
    found = cells;
  }
  return found;
}
