import { beforeAll, expect, it } from 'vitest';
import { flowOf } from '../../flow/testing/draw';
import type { CellAnalyzer } from '../../notebook';
import { loadAnalyzer } from '../../notebook/testing/load';
import { findings, found } from '../testing/flow';
import { namesApart } from './names-apart';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

it.each([
  'if "f" not in globals():\n    f = 2',
  'print(dir())',
  'print(vars(), locals())',
  'import doctest\ndoctest.testmod()',
  'from doctest import testmod\ntestmod()',
  'import unittest\nunittest.main(argv=[""], exit=False)'
])('warns where names are looked up in another step than they are made: %s', source => {
  const cells = ['def f():\n    return 1', source];
  expect(found(namesApart, flowOf(analyzer, cells, { a: [0], b: [1] }))).toContain('warning b cells');
  expect(found(namesApart, flowOf(analyzer, cells, { b: [1] }))).toContain('warning b cells');
  expect(found(namesApart, flowOf(analyzer, cells, { a: [0, 1] }))).toEqual([]);
});

it('says what is not found, and what to do', () => {
  const [{ message, fix }] = findings(
    namesApart,
    flowOf(analyzer, ['f = 1', 'print("f" in globals())'], { a: [0], b: [1] })
  );
  expect(message).toContain(
    'line 1 of cell 2: globals() reaches names by text, and does not find those of cell 1, which are not in this step.'
  );
  expect(fix).toBe('Put the cells that it is to find into this step, or use the names themselves.');
});

it('is content with imports, and with what the step is given or copies', () => {
  const cells = ['import os\nx = input()\nn = 3', 'if "x" not in globals():\n    x = 2\nprint(x, n)'];
  expect(found(namesApart, flowOf(analyzer, cells, { a: [0], b: [1] }))).toEqual([]);
});

it('is content with names of a function or an object, and with code that it is not told to run', () => {
  const cells = ['f = 1', 'def g(x):\n    return locals(), dir(), vars()\nprint(dir(f), vars(f))\nexec("1")'];
  expect(found(namesApart, flowOf(analyzer, cells, { a: [0], b: [1] }))).toEqual([]);
});
