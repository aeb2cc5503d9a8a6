import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import type { Notebook, NotebookCell } from '../facts';
import { adjustedRand, boundaryF1 } from '../testing/agreement';
import { loadAnalyzer } from '../testing/load';
import { proposeSteps } from './propose';

const BESIDE = new URL('../../../../', import.meta.url);
const FILE = readdirSync(fileURLToPath(BESIDE))
  .map(name => new URL(`${name}/yardsticks/kaggle.json`, BESIDE))
  .find(file => existsSync(file));

interface Tagged {
  id: string;
  orig: { cells: string[]; headings: string[][]; step: (string | null)[]; role: (string | null)[] };
  kale: { cells: { source: string; role: string; step: string | null }[]; headings: string[][] };
}

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

function notebookOf(sources: string[], headings: string[][]): Notebook {
  const cells = sources.flatMap((source, i): Omit<NotebookCell, 'index'>[] => [
    ...headings[i].map((heading, j) => ({
      id: `h${i}-${j}`,
      type: 'markdown' as const,
      source: heading,
      tags: []
    })),
    { id: `c${i}`, type: 'code', source, tags: [] }
  ]);
  return { path: 'a.ipynb', language: 'python', cells: cells.map((cell, index) => ({ ...cell, index })) };
}

/** How the steps proposed for cells agree with those a person gave them; null is in none. */
function agreement(
  sources: string[],
  headings: string[][],
  steps: (string | null)[]
): { rand: number; f1: number } {
  const notebook = notebookOf(sources, headings);
  const proposal = proposeSteps(notebook, analyzer.notebook(notebook));
  if (process.env.SHOW) {
    for (const s of proposal.steps)
      console.log(
        s.title,
        s.cells.map(c => c + ':' + steps[Number(c.slice(1))]).join(' '),
        JSON.stringify(s.why)
      );
    console.log(
      'prelude',
      proposal.prelude
        .map(({ cell, why }) => `${cell}:${steps[Number(cell.slice(1))]}:${why.code}`)
        .join(' '),
      'skip',
      proposal.skipped.map(({ cell, why }) => `${cell}:${steps[Number(cell.slice(1))]}:${why.code}`).join(' ')
    );
  }
  const stepOf = new Map(proposal.steps.flatMap((step, i) => step.cells.map(id => [id, `${i}`])));
  const own = steps.flatMap((step, i) =>
    step === null ? [] : [{ step, found: stepOf.get(`c${i}`) ?? `c${i}` }]
  );
  const [found, wanted] = [own.map(one => one.found), own.map(one => one.step)];
  return { rand: adjustedRand(found, wanted), f1: boundaryF1(found, wanted) };
}

describe('steps that a person tagged', () => {
  it.skipIf(!FILE)('are proposed much like it', () => {
    const { records } = JSON.parse(readFileSync(FILE!, 'utf8')) as { records: Tagged[] };
    const none = (all: unknown[]): string[][] => all.map(() => []);
    const rows = records.flatMap(({ id, kale, orig }) => {
      const sources = kale.cells.map(({ source }) => source);
      const steps = kale.cells.map(({ role, step }) => (role === 'step' ? step : null));
      return [
        { id, form: 'kale', ...agreement(sources, kale.headings, steps) },
        { id, form: 'kale, no headings', ...agreement(sources, none(sources), steps) },
        { id, form: 'orig', ...agreement(orig.cells, orig.headings, orig.step) },
        { id, form: 'orig, no headings', ...agreement(orig.cells, none(orig.cells), orig.step) }
      ];
    });
    rows.forEach(({ id, form, rand, f1 }) =>
      process.stdout.write(
        `${id} (${form}): adjusted Rand ${rand.toFixed(2)}, boundary F1 ${f1.toFixed(2)}\n`
      )
    );
    for (const form of new Set(rows.map(row => row.form))) {
      const found = rows.filter(row => row.form === form);
      const mean = (of: (row: (typeof rows)[0]) => number) =>
        (found.reduce((a, row) => a + of(row), 0) / found.length).toFixed(2);
      process.stdout.write(
        `average (${form}): adjusted Rand ${mean(row => row.rand)}, boundary F1 ${mean(row => row.f1)}\n`
      );
    }
    expect(1).toBe(1);
  });
});
