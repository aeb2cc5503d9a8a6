import fc from 'fast-check';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import type { CellAnalyzer } from './analyzer';
import type { AnalyzedNotebook, Notebook } from './facts';
import { linkCells } from './links/link';
import { planSteps } from './links/plan';
import { readNotebook } from './read';
import { loadAnalyzer } from './testing/load';
import { damaged } from './testing/mutations';
import { RUNS } from './testing/runs';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
/** Ten times as many as elsewhere; `FC_RUNS=500` makes them 5,000. */
const MANY = { ...RUNS, numRuns: 10 * RUNS.numRuns };
/** Much longer than any cell takes, and short enough to tell of a hang. */
const PATIENCE = { timeout: 120_000 + 100 * MANY.numRuns };

let analyzer: CellAnalyzer;
let notebooks: AnalyzedNotebook[];
beforeAll(async () => {
  analyzer = await loadAnalyzer();
  notebooks = files(EXAMPLES)
    .filter(path => path.endsWith('.ipynb') && !path.includes('.ipynb_checkpoints'))
    .map(path => analyzer.notebook(readNotebook(readFileSync(path, 'utf8'), path)));
});

function files(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map(name => `${folder}/${name}`)
    .flatMap(path => (statSync(path).isDirectory() ? files(path) : [path]));
}

/** The notebook with another source in one cell. */
function withSource(notebook: AnalyzedNotebook, place: number, source: string): Notebook {
  return {
    ...notebook,
    cells: notebook.cells.map((cell, index) => ({ ...cell, ...(index === place && { source }) }))
  };
}

const cellOf = fc.tuple(fc.nat(), fc.nat()).map(([n, m]) => {
  const notebook = notebooks[n % notebooks.length];
  return { notebook, place: m % notebook.cells.length };
});

it('reads real cells with anything done to them, and loses no edge in silence', PATIENCE, () => {
  fc.assert(
    fc.property(
      cellOf.chain(({ notebook, place }) =>
        damaged(notebook.cells[place].source).map(source => ({ notebook, place, source }))
      ),
      ({ notebook, place, source }) => {
        const now = analyzer.notebook(withSource(notebook, place, source), notebook);
        const cell = now.cells[place];
        const { edges, problems } = linkCells(now.cells);
        const [step, rest] = planSteps(now.cells, [
          [cell.id],
          now.cells.filter(one => one !== cell).map(({ id }) => id)
        ]);
        expect(rest.needs.every(({ write }) => write.line >= 0)).toBe(true);
        if (cell.facts.syntaxError) {
          const { line, column, message } = cell.facts.syntaxError;
          expect([line >= 1, column >= 0, message.length > 0]).toEqual([true, true, true]);
          expect(problems).toContainEqual(expect.objectContaining({ rule: 'cell-syntax', cell: cell.id }));
          expect(cell.stale).toBe(true);
          expect(edges).toEqual(linkCells(notebook.cells).edges);
          expect(step.needs.every(({ stale }) => stale)).toBe(true);
        } else {
          expect(cell.stale).toBe(false);
          expect(edges).toEqual(
            linkCells(analyzer.notebook(withSource(notebook, place, source)).cells).edges
          );
        }
      }
    ),
    MANY
  );
});

it('says so of a cell that never parsed', () => {
  fc.assert(
    fc.property(
      cellOf.chain(({ notebook, place }) => damaged(notebook.cells[place].source)),
      source => {
        const { syntaxError, statements, defines, needs } = analyzer.analyze(source);
        expect(syntaxError === null || [...statements, ...defines, ...needs].length === 0).toBe(true);
      }
    ),
    RUNS
  );
});
