import { expect, it } from 'vitest';
import { headings } from './headings';

type Cell = [type: 'code' | 'markdown' | 'raw', source: string];

/** The headings above the code cells, in order; `-` for none. */
function above(...cells: Cell[]): string[] {
  const all = cells.map(([type, source], index) => ({ id: `c${index}`, index, type, source, tags: [] }));
  const found = headings(all);
  return all.filter(({ type }) => type === 'code').map(({ id }) => found.get(id) ?? '-');
}

it('gives a cell the last heading between it and the code before', () => {
  expect(above(['markdown', '# Churn\n\nSome text\n## Load the data'], ['code', 'a'], ['code', 'b'])).toEqual(
    ['Load the data', '-']
  );
  expect(above(['markdown', '# A'], ['markdown', 'only text'], ['raw', '# no'], ['code', 'a'])).toEqual([
    'A'
  ]);
});

it('leaves out markup, closing signs, and what is no heading', () => {
  expect(above(['markdown', '## **Fit** the [model](x.md) `m` ##'], ['code', 'a'])).toEqual([
    'Fit the model m'
  ]);
  expect(above(['markdown', '#nothing\n    # code\n```\n# in a fence\n```'], ['code', 'a'])).toEqual(['-']);
  expect(above(['markdown', '#'], ['code', 'a'])).toEqual(['-']);
});
