import { describe, expect, it } from 'vitest';
import { linked, planned, told, warned } from '../testing/linked';

describe('values of classes of the notebook', () => {
  const CELLS = ['class P:\n    def f(self): return 1', 'p = P()', 'isinstance(p, P)'];

  it('do not come to a step that defines the class anew', () => {
    expect(planned(CELLS, [[0, 2], [1]])[0].clashes).toEqual([
      { name: 'P', write: { cell: 'c0', line: 1 }, read: { cell: 'c2', line: 1 } }
    ]);
    expect(planned(CELLS, [[0], [1], [2]]).flatMap(({ clashes }) => clashes)).toEqual([]);
  });

  it('come to a step that defines the class anew and does not ask for it', () => {
    expect(planned([...CELLS.slice(0, 2), 'p.f()'], [[0, 2], [1]])[0].clashes).toEqual([]);
    expect(planned([CELLS[0], CELLS[1], 'class Q(P): pass', 'p.f()'], [[0, 2, 3], [1]])[0].clashes).toEqual(
      []
    );
  });

  it('do not come with two classes of one name', () => {
    const again = [...CELLS.slice(0, 2), 'class P:\n    def f(self): return 2\nq = P()', 'p.f() + q.f()'];
    expect(planned(again, [[0], [1], [2], [3]])[3].clashes).toMatchObject([{ name: 'P' }]);
    expect(planned(again, [[0, 1, 2, 3]])[0].clashes).toEqual([]);
  });
});

describe('a star import after a definition of the same name', () => {
  it.each([
    ['def floor(x): return x', 'from math import *', 'floor(1.5)', ['1>2 floor hoist']],
    ['def area(x): return x', 'from mine import *', 'area(1)', ['0>1 area hoist', '1>2 area hoist']],
    ['def area(x): return x', 'from sklearn.svm import *', 'area(1)', ['0>2 area hoist']],
    ['from math import *', 'def floor(x): return x', 'floor(1.5)', ['1>2 floor hoist']],
    ['x = [1]', 'from mine import *', 'x', ['0>2 x hoist']]
  ])('says what the name is: %s | %s | %s', (...given) => {
    const [first, second, third, edges] = given;
    expect(linked([first, second, third]).edges.map(told)).toEqual(expect.arrayContaining(edges));
    const places = planned([first, second, third], [[0], [1], [2]])[2].prelude.map(({ cell }) => cell);
    expect(places).toEqual([...places].sort());
    expect(places.length).toBe(edges.length);
  });
});

it('says where += changes the default of a parameter', () => {
  const cells = ['def add(x, acc=[]):\n    acc += [x]\n    return acc', 'add(1)', 'add(2)'];
  expect(warned(...cells)).toEqual(['class-state add c0 c2']);
});
