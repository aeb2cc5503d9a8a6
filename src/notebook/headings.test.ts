import { expect, it } from 'vitest';
import { headings, headingsIn } from './headings';

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

it('knows underlined headings', () => {
  expect(above(['markdown', 'Title\n====='], ['code', 'a'])).toEqual(['Title']);
  expect(above(['markdown', 'Some **long**\ntitle\n---\nText'], ['code', 'a'])).toEqual(['Some long title']);
  expect(headingsIn('One\n===\nTwo\n---').map(({ level }) => level)).toEqual([1, 2]);
});

it.each([
  ['a rule below a blank line', 'Text\n\n---'],
  ['a rule below a list', '- item\n---'],
  ['a rule below a quote', '> said\n---'],
  ['a table', '| a | b |\n|---|---|\n| 1 | 2 |'],
  ['a rule below a rule', '***\n---'],
  ['underlines in a fence', '```\nTitle\n=====\n```'],
  ['front signs alone', '=====']
])('takes no heading from %s', (_, text) => {
  expect(headingsIn(text)).toEqual([]);
});

it('knows headings of HTML', () => {
  expect(headingsIn('<h2 style="color: red">Fit <b>it</b></h2>\n<center><H1>\nAll\n</H1></center>')).toEqual([
    { level: 2, title: 'Fit it' },
    { level: 1, title: 'All' }
  ]);
  expect(headingsIn('```\n<h1>no</h1>\n```\n<header>no</header> <h1>open')).toEqual([]);
});
