import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import { warned } from '../testing/linked';
import { loadAnalyzer } from '../testing/load';
import { proposeSteps } from './propose';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

function stepsOf(sources: string[]): string[][] {
  const cells = sources.map((source, index) => ({
    id: `c${index}`,
    index,
    type: 'code' as const,
    source,
    tags: []
  }));
  const notebook = { path: 'a.ipynb', language: 'python', cells };
  return proposeSteps(notebook, analyzer.notebook(notebook)).steps.map(step => step.cells);
}

const SHOW = [
  'from functools import singledispatch',
  '@singledispatch\ndef show(x):\n    return x',
  '@show.register\ndef _(x: int):\n    return -x',
  'print(show(3))'
];
const PLUGINS = [
  'class Plugin:\n    known = []\n    def __init_subclass__(cls, **options):\n        Plugin.known.append(cls)',
  'class A(Plugin):\n    pass',
  'class B(A):\n    pass',
  'print(Plugin.known)'
];

describe('what registers with a definition of the notebook', () => {
  it.each([
    ['a function', SHOW, [['c2', 'c3']]],
    ['a class of which others are made', PLUGINS, [['c1', 'c2', 'c3']]]
  ])('runs in the step that asks it: %s', (_, sources, steps) => {
    expect(stepsOf(sources)).toEqual(steps);
  });

  it('is told of where it is in another step', () => {
    expect(warned(...PLUGINS).some(text => text.startsWith('class-state'))).toBe(true);
  });
});
