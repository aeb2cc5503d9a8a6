import { describe, expect, it } from 'vitest';
import { linked, told, warned } from './testing/linked';

const board = (todo: string) => `
class Task:
    def __init__(self, name):
        self.done = False
    def finish(self):
        self.done = True
    def title(self):
        return self.name
class Board:
    def __init__(self):
        self.items = []
    def todo(self):
        ${todo}
def open_of(b):
    return [t for t in b.items if not t.done]
def fresh(b):
    return [Task(t.name) for t in b.items]
def ours():
    return board.items
`;
const MADE = 'board = Board()\nboard.items.append(Task("x"))';
const SEEN = 'print([t.done for t in board.items])';

/** How the cell that loops uses the board, and where the last one has it from. */
const edgesOf = (loop: string, todo = 'return self.items') =>
  linked([board(todo), MADE, loop, SEEN])
    .edges.map(told)
    .filter(edge => edge.includes(' board '));

const CHANGED = ['1>2 board maybe', '2>3 board data'];

describe('what a call gave', () => {
  it.each([
    ['all', 'return self.items'],
    ['some', 'return [t for t in self.items if not t.done]'],
    ['a list of them', 'return list(self.items)'],
    ['by a filter', 'return filter(lambda t: not t.done, self.items)'],
    ['one by one', 'for t in self.items:\n            yield t'],
    ['all of another', 'yield from self.items'],
    [
      'gathered',
      'found = []\n        for t in self.items:\n            found.append(t)\n        return found'
    ]
  ])('is changed in what a method took it from: %s', (_, todo) => {
    expect(edgesOf('for t in board.todo():\n    t.done = True', todo)).toEqual(CHANGED);
  });

  it.each([
    ['by a method of the item', 'for t in board.todo():\n    t.finish()'],
    ['in what a function was given', 'for t in open_of(board):\n    t.done = True'],
    ['by keyword', 'for t in open_of(b=board):\n    t.done = True'],
    ['in what a function of the notebook knows', 'for t in ours():\n    t.done = True'],
    ['with its place', 'for i, t in enumerate(board.todo()):\n    t.done = i'],
    ['by another name', 'for t in board.todo():\n    u = t\n    u.done = True'],
    ['without a name', 'board.todo()[0].done = True'],
    ['in a list that is made', 'ended = [t.finish() for t in board.todo()]'],
    ['in a function', 'def end(b):\n    for t in b.todo():\n        t.done = True\nend(board)']
  ])('is changed %s', (_, loop) => {
    expect(edgesOf(loop)).toEqual(CHANGED);
  });

  it.each([
    ['it is only looked at', 'for t in board.todo():\n    print(t.title())'],
    ['it is new', 'for t in fresh(board):\n    t.done = True'],
    ['the name stands for another', 'for t in board.todo():\n    t = Task("y")\n    t.done = True'],
    ['it is put elsewhere', 'late = []\nfor t in open_of(board):\n    late.append(t)'],
    ['the function is of a library', 'from tools import pick\nfor t in pick(board):\n    t.x = 1']
  ])('leaves what it was taken from alone where %s', (_, loop) => {
    expect(edgesOf(loop)).toEqual(['1>2 board data', '1>3 board data']);
  });
});

describe('an object that goes to a method by its class', () => {
  const CELLS = `
class Cell:
    def __init__(self):
        self.v = 0
    def inc(self):
        self.v += 1
    @staticmethod
    def name(n):
        return n
cells = [Cell(), Cell()]`;
  const edges = (call: string) =>
    linked([CELLS, call, 'print([c.v for c in cells])'])
      .edges.map(told)
      .filter(edge => edge.includes(' cells '));

  it.each([
    'Cell.inc(cells[1])',
    'list(map(Cell.inc, cells))',
    'with Pool() as p:\n    list(p.map(Cell.inc, cells))'
  ])('is changed by it: %s', call => {
    expect(edges(call)).toEqual(['0>1 cells update', '1>2 cells data']);
  });

  it('is not where the method is given no object', () => {
    expect(edges('Cell.name(cells[0])')).toEqual(['0>1 cells data', '0>2 cells data']);
  });
});

describe('what += adds to', () => {
  const after = (made: string, loop: string) =>
    linked([made, loop, 'print(x)'])
      .edges.map(told)
      .filter(edge => edge.startsWith('1>2'));

  it.each([
    ['a row of an array', 'import numpy as np\nx = np.zeros((2, 2))', 'for row in x:\n    row += 1'],
    [
      'one with its number',
      'import numpy as np\nx = np.zeros((2, 2))',
      'for i, row in enumerate(x):\n    row += i'
    ],
    [
      'one of another shape',
      'import numpy as np\nx = np.zeros(4)',
      'for row in x.reshape(1, 4):\n    row *= 0'
    ],
    [
      'what partial keeps',
      'x = load()\ndef push(e, to): to.append(e)',
      'from functools import partial\nadd = partial(push, to=x)\nadd(1)'
    ]
  ])('is %s', (_, made, loop) => {
    expect(after(made, loop)).not.toEqual([]);
  });

  it('is no number of an array', () => {
    expect(after('import pandas as pd\nx = pd.read_csv("a.csv")', 'n = x["a"].mean()\nn += 1')).toEqual([]);
  });
});

it('keeps no array in a module whose function is given one', () => {
  const cells = ['import numpy as np\nc = np.zeros(3)', 'np.add(c, 1, out=c)', 'print(np.sum(c))'];
  expect(warned(...cells).filter(text => text.startsWith('alias-cut'))).toEqual([]);
});
