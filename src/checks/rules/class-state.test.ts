import { beforeAll, expect, it } from 'vitest';
import { flowOf } from '../../flow/testing/draw';
import type { CellAnalyzer } from '../../notebook';
import { loadAnalyzer } from '../../notebook/testing/load';
import { findings, found } from '../testing/flow';
import { classState } from './class-state';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const METHODS = [
  'Acc.total += 1',
  'type(self).total += 1',
  'self.__class__.total = 2',
  'if x:\n            Acc.seen.append(1)'
];

it.each(METHODS)('warns of a class that its methods change, used in two steps: %s', change => {
  const sources = [
    `class Acc:\n    total = 0\n    def add(self, x):\n        ${change}`,
    'a = Acc()\na.add(1)',
    'print(a)'
  ];
  const flow = flowOf(analyzer, sources, { a: [1], b: [2] });
  expect(found(classState, flow)).toEqual(['warning b cells']);
  expect(findings(classState, flow)[0].message).toContain('changes the class "Acc" itself');
  expect(found(classState, flowOf(analyzer, sources, { a: [1, 2] }))).toEqual([]);
});

it('warns of a class whose base is changed in another step', () => {
  const sources = ['class A: x = 1', 'class B(A): pass', 'b = B()', 'A.x = 2', 'print(b.x)'];
  expect(found(classState, flowOf(analyzer, sources, { a: [2], b: [3], c: [4] }))).toContain(
    'warning c cells'
  );
});

it('warns of a function that changes the default of a parameter, called in two steps', () => {
  const sources = ['def f(x, seen=[]):\n    seen.append(x)\n    return seen', 'f(1)', 'f(2)'];
  expect(found(classState, flowOf(analyzer, sources, { a: [1], b: [2] }))).toEqual(['warning b cells']);
  const others = ['def f(x, seen=None):\n    seen = seen or []\n    seen.append(x)', 'f(1)', 'f(2)'];
  expect(found(classState, flowOf(analyzer, others, { a: [1], b: [2] }))).toEqual([]);
});

it('warns of a class that a class method changes', () => {
  const sources = [
    'class A:\n    @classmethod\n    def set(klass):\n        klass.x = 1',
    'A.set()',
    'print(A.x)'
  ];
  expect(found(classState, flowOf(analyzer, sources, { a: [1], b: [2] }))).toEqual(['warning b cells']);
});

it('warns of a class and of a function that a cell changes', () => {
  const sources = ['class A: pass\ndef f(): pass', 'A.x = 1\nf.x = 2', 'print(A.x)', 'f()'];
  expect(found(classState, flowOf(analyzer, sources, { a: [1], b: [2], c: [3] }))).toEqual([
    'warning b cells',
    'warning c cells'
  ]);
});

it.each([
  [
    'classes whose objects change themselves',
    ['class A:\n    def add(self):\n        self.total += 1', 'a = A()', 'a.add()']
  ],
  ['what is set after the last use', ['class A: pass', 'A()', 'print(1)']]
])('is content with %s', (_, sources) => {
  expect(found(classState, flowOf(analyzer, sources, { a: [1], b: [2] }))).toEqual([]);
});
