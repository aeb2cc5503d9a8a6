import { expect, it } from 'vitest';
import type { AnalyzedNotebook } from './facts';
import { linkCells } from './links/link';
import { loadAnalyzer } from './testing/load';
import { notebookOf } from './testing/notebook';

const analyzer = await loadAnalyzer();

/** What is wanted of a cell while it is typed so, one state after the other, and what is told of its names. */
function typed(...states: string[]): { needs: string[]; told: string[] } {
  const [first, ...rest] = states.map(state => notebookOf(['model = f()\nscore = 1', state]));
  const now = rest.reduce<AnalyzedNotebook>(
    (before, next) => analyzer.notebook(next, before),
    analyzer.notebook(first)
  );
  const { problems } = linkCells(now.cells);
  const told = problems.filter(({ rule, cell }) => rule === 'name-unresolved' && cell === 'c1');
  return { needs: now.cells[1].facts.needs, told: told.map(({ name = '' }) => name) };
}

it('asks for no word that was half typed when the cell parsed last', () => {
  expect(typed('print(df)\nmod', 'print(df)\nmodel.')).toEqual({ needs: ['df'], told: ['df'] });
  expect(typed('def f():\n    mod', 'def f():\n    model[')).toEqual({ needs: [], told: [] });
  expect(typed('mod', 'model.', 'model.fit(')).toEqual({ needs: [], told: [] });
});

it('keeps what the cell asked for as it parsed last', () => {
  expect(typed('model.fit(df)', 'model.fit(df').needs).toEqual(['df', 'model']);
  expect(typed('mod + model', 'mod + model +').needs).toEqual(['mod', 'model']);
  expect(typed('df', '(').needs).toEqual(['df']);
  expect(typed('score', 'scores = [').needs).toEqual(['score']);
});
