/** The source of a cell, or of some of its lines with empty ones before them. */
export interface Place {
  id: string;
  /** From 0. */
  index: number;
  source: string;
  /** The source is that of the whole cell. */
  whole: boolean;
}

/** Longer notebooks than anyone writes: a spoilt index would make one of a billion empty cells. */
const MOST_CELLS = 10_000;

interface WholeCells {
  cells: ReadonlySet<string>;
  parameters: ReadonlySet<string>;
}

/** The cells of one notebook, as far as its steps tell. */
export class Sources {
  readonly cells = new Map<number, Place>();
  /** Where a step is the whole notebook: ids of the cells that it runs, and of those with its parameters. */
  whole: WholeCells | undefined;
  private readonly indexes = new Map<string, number>();

  /** @returns false, and nothing is added, when one stands in the way of another */
  addAll(places: readonly Place[]): boolean {
    const merged = places.map(place => this.merge(place));
    if (merged.includes(undefined)) {
      return false;
    }
    for (const place of places) {
      // again, as several may be of one cell
      const whole = this.merge(place) ?? place;
      this.cells.set(place.index, whole);
      this.indexes.set(place.id, place.index);
    }
    return true;
  }

  /** @returns false when another step is the whole notebook too, and that is another one */
  setWhole(cells: readonly string[], parameters: readonly string[]): boolean {
    const whole = { cells: new Set(cells), parameters: new Set(parameters) };
    this.whole ??= whole;
    return sameIds(this.whole.cells, whole.cells) && sameIds(this.whole.parameters, whole.parameters);
  }

  private merge(place: Place): Place | undefined {
    const { id, index } = place;
    const known = this.cells.get(index);
    if (
      index < 0 ||
      index >= MOST_CELLS ||
      (this.indexes.get(id) ?? index) !== index ||
      (known && known.id !== id)
    ) {
      return undefined;
    }
    if (!known) {
      return place;
    }
    if (known.whole && place.whole) {
      return known.source === place.source ? known : undefined;
    }
    const [whole, part] = known.whole ? [known, place] : [place, known];
    return whole.whole ? whole : { ...whole, source: overlaid(whole.source, part.source) };
  }
}

const sameIds = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every(id => b.has(id));

/** Lines of both, each at its place. */
function overlaid(one: string, other: string): string {
  const [a, b] = [one.split('\n'), other.split('\n')];
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => a[i] || (b[i] ?? '')).join('\n');
}

/** The tags by which a whole notebook is read: cells of other steps are none of its own. */
function tagsOf({ id }: Place, whole: Sources['whole']): { tags?: string[] } {
  if (whole && !whole.cells.has(id)) {
    return { tags: ['skip'] };
  }
  return whole?.parameters.has(id) ? { tags: ['parameters'] } : {};
}

/** A notebook file of nbformat 4.5, with empty Markdown cells where the steps do not tell what stood there. */
export function notebookJson({ cells, whole }: Sources): unknown {
  const length = Math.max(-1, ...cells.keys()) + 1;
  return {
    cells: Array.from({ length }, (_, index) => {
      const cell = cells.get(index);
      return cell
        ? {
            cell_type: 'code',
            execution_count: null,
            id: cell.id,
            metadata: tagsOf(cell, whole),
            outputs: [],
            source: cell.source
          }
        : { cell_type: 'markdown', id: `gap-${index}`, metadata: {}, source: '' };
    }),
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' }
    },
    nbformat: 4,
    nbformat_minor: 5
  };
}
