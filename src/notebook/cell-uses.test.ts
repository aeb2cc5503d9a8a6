import { expect, it } from 'vitest';
import { cellUses } from './cell-uses';
import { loadAnalyzer } from './testing/load';

const analyzer = await loadAnalyzer();

const uses = (source: string) =>
  Object.fromEntries(
    Object.entries(cellUses(analyzer.analyze(source))).filter(([, names]) => names.length > 0)
  );

it.each([
  ['x = y', { bind: ['x'], read: ['y'] }],
  ['x = 1\nprint(x)', { bind: ['x'] }],
  ['print(x)\nx = 1', { bind: ['x'], read: ['x'] }],
  ['if c:\n    x = 1', { mayBind: ['x'], read: ['c'] }],
  ['def f():\n    return g + h\nh = 1', { bind: ['f', 'h'], readLate: ['g'] }],
  ['df["a"] = 1', { read: ['df'], update: ['df'] }],
  ['df = {}\ndf["a"] = 1', { bind: ['df'] }],
  ['del x', { read: ['x'], delete: ['x'] }]
])('%s', (source, expected) => {
  expect(uses(source)).toEqual(expected);
});
