import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import type { Notebook, NotebookCell } from '../facts';
import { adjustedRand, boundaryF1 } from '../testing/agreement';
import { loadAnalyzer } from '../testing/load';
import { yardsticks } from '../testing/yardsticks';
import { proposeSteps } from './propose';

/** Notebooks to which a person gave steps, before and after; headings are those above each cell. */
interface Tagged {
  id: string;
  orig: { cells: string[]; headings: string[][]; step: (string | null)[] };
  kale: { cells: { source: string; role: string; step: string | null }[]; headings: string[][] };
}

interface Score {
  rand: number;
  f1: number;
}

const folder = yardsticks();
const file = folder && new URL('kaggle.json', folder);
const isThere = file !== undefined && existsSync(file);

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

function notebookOf(sources: string[], headings: string[][]): Notebook {
  const cells = sources.flatMap((source, i): Omit<NotebookCell, 'index'>[] => [
    ...headings[i].map((text, j) => ({
      id: `h${i}-${j}`,
      type: 'markdown' as const,
      source: text,
      tags: []
    })),
    { id: `c${i}`, type: 'code', source, tags: [] }
  ]);
  return { path: 'a.ipynb', language: 'python', cells: cells.map((cell, index) => ({ ...cell, index })) };
}

/** How the steps proposed for cells agree with those a person gave them; null is in none, and a cell in none alone. */
function agreement(sources: string[], headings: string[][], steps: (string | null)[]): Score {
  const notebook = notebookOf(sources, headings);
  const proposal = proposeSteps(notebook, analyzer.notebook(notebook));
  const stepOf = new Map(proposal.steps.flatMap(({ cells }, i) => cells.map(id => [id, `${i}`])));
  const tagged = steps.flatMap((step, i) => (step === null ? [] : [{ step, cell: `c${i}` }]));
  const found = tagged.map(({ cell }) => stepOf.get(cell) ?? cell);
  const wanted = tagged.map(({ step }) => step);
  return { rand: adjustedRand(found, wanted), f1: boundaryF1(found, wanted) };
}

const FORMS: Record<string, (record: Tagged) => Score> = {
  'as tagged': ({ kale }) => agreement(sourcesOf(kale), kale.headings, stepsOf(kale)),
  'as tagged, without headings': ({ kale }) => agreement(sourcesOf(kale), none(kale.cells), stepsOf(kale)),
  original: ({ orig }) => agreement(orig.cells, orig.headings, orig.step),
  'original, without headings': ({ orig }) => agreement(orig.cells, none(orig.cells), orig.step)
};
const sourcesOf = ({ cells }: Tagged['kale']): string[] => cells.map(({ source }) => source);
const stepsOf = ({ cells }: Tagged['kale']): (string | null)[] =>
  cells.map(({ role, step }) => (role === 'step' ? step : null));
const none = (cells: readonly unknown[]): string[][] => cells.map(() => []);

const text = ({ rand, f1 }: Score): string =>
  `adjusted Rand ${rand.toFixed(2)}, boundary F1 ${f1.toFixed(2)}`;

describe('steps that a person gave to notebooks', () => {
  it.skipIf(!isThere).each(Object.keys(FORMS))('are proposed much alike, %s', form => {
    const { records } = JSON.parse(readFileSync(file!, 'utf8')) as { records: Tagged[] };
    const scores = records.map(record => FORMS[form](record));
    const mean = (key: keyof Score): number =>
      scores.reduce((sum, score) => sum + score[key], 0) / scores.length;
    const average = { rand: mean('rand'), f1: mean('f1') };
    const lines = [...records.map(({ id }, i) => `${id}: ${text(scores[i])}`), `average: ${text(average)}`];
    process.stdout.write(`${form}\n${lines.map(line => `  ${line}\n`).join('')}`);
    expect(average.rand).toBeGreaterThanOrEqual(0.6);
  });
});
