import { beforeAll, expect, it } from 'vitest';
import { flowOf } from '../../flow/testing/draw';
import type { CellAnalyzer } from '../../notebook';
import { loadAnalyzer } from '../../notebook/testing/load';
import type { CellInput } from '../../pipeline';
import { findings, found } from '../testing/flow';
import { removedInput } from './removed-input';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

/** What is said of `b`, which runs the second cell, when `df` of `a` was decided on. */
const said = (first: string, second: string, df: CellInput = { removed: true }): string[] =>
  found(removedInput, flowOf(analyzer, [first, second], { a: [0], b: [[1], { inputs: { df } }] }));

it('says what fails when the step runs, and how to mend it', () => {
  const flow = flowOf(analyzer, ['df = read()', 'print(1)\nprint(df)'], {
    a: [[0], { title: 'Clean' }],
    b: [[1], { title: 'Train', inputs: { df: { removed: true } } }]
  });
  expect(findings(removedInput, flow)).toEqual([
    {
      severity: 'error',
      node: 'b',
      field: 'inputs.df',
      message:
        '“Train” uses df at line 2 of cell 2, whose edge from “Clean” was removed, and nothing else gives it.',
      fix: 'Follow the code again for df, or feed it by an output, a parameter or a constant.'
    }
  ]);
});

it.each(['print(df)', 'df["a"] = 1', 'df += 1', 'f(df)', 'def f():\n    return df\nf()'])(
  'refuses %j',
  code => {
    expect(said('df = read()', code)).toEqual(['error b inputs.df']);
  }
);

it.each(['if x > 0:\n    print(df)', 'exec(text)\nprint(df)'])('only warns of %j', code => {
  expect(said('df = read()', code)).toEqual(['warning b inputs.df']);
});

it('warns of a name that nothing gives, which a user said to leave alone', () => {
  expect(said('', 'print(df)')).toEqual(['warning b inputs.df']);
});

it.each([
  ['df = read()', 'df = 1\nprint(df)'],
  ['df = read()', 'def f():\n    return df'],
  ['df = read()', 'try:\n    df\nexcept NameError:\n    df = 1'],
  ['df = read()', 'if x > 0:\n    df = 1\nprint(df)'],
  ['df = 3', 'print(df)'],
  ['import pandas as df', 'print(df)'],
  ['df = make()\nother = df', 'other.append(1)']
])('is content with %j, then %j: the step has it, or can do without', (first, second) => {
  expect(said(first, second)).toEqual([]);
});

it('is content with what is fed', () => {
  expect(said('df = read()', 'print(df)', {})).toEqual([]);
  expect(said('df = read()', 'print(df)', { from: { value: 1 } })).toEqual([]);
  expect(said('df = read()', 'print(df)', { from: { node: 'a', output: 'df' }, pinned: true })).toEqual([]);
});
