import { describe, expect, it } from 'vitest';
import { linked, told } from './testing/linked';

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
