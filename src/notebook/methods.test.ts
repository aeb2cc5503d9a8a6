import { describe, expect, it } from 'vitest';
import { linked, told } from './testing/linked';

/** Edges of data, as `from>to name kind`. */
function edges(...cells: string[]): string[] {
  return linked(cells)
    .edges.filter(({ kind }) => kind !== 'hoist')
    .map(told);
}

const HOUSE = `class House:
    def __init__(self):
        self.log = []
    def take(self, what):
        self.log.append(what)
        return what
    def move(self, other):
        return other.take(1)
    def sell(self):
        return self.take(2)
    def lists(self):
        return list(self.log)`;

describe('a method of a class of the notebook', () => {
  it.each([
    ['x = house.take(1)', 'update'],
    ['print(house.take(1))', 'update'],
    ['house.sell()', 'update'],
    ['for i in range(3):\n    y = house.take(i)', 'update'],
    ['x = other.move(house)', 'update'],
    ['x = house.lists()', 'data'],
    ['x = other.lists(house)', 'data'],
    ['x = house.unknown()', 'data']
  ])('%j changes its object: %s', (source, kind) => {
    const found = edges(HOUSE, 'house = House()\nother = House()', source);
    expect(found).toContain(`1>2 house ${kind}`);
  });

  it('changes what an item of a container is, and what a function hands on', () => {
    const cells = [HOUSE, 'houses = [House(), House()]', 'for house in houses:\n    x = house.take(1)'];
    expect(edges(...cells)).toContain('1>2 houses maybe');
    const handed = [HOUSE, 'house = House()\ndef empty(h):\n    return h.sell()', 'x = empty(house)'];
    expect(edges(...handed)).toContain('1>2 house update');
  });

  it('perhaps changes an object that may be of the class, and not one that is not', () => {
    expect(edges(HOUSE, 'def make():\n    return House()\nh = make()', 'x = h.take(1)')).toContain(
      '1>2 h maybe'
    );
    expect(edges(HOUSE, 'import pandas as pd\ndf = pd.read_csv("a")', 'x = df.take(1)')).toContain(
      '1>2 df data'
    );
    expect(edges(HOUSE, 'n = [1]', 'x = n.take(1)')).toEqual([]);
  });
});

describe('a decorator of the notebook', () => {
  const CALLS =
    'calls = []\ndef noted(f):\n    def g():\n        calls.append(1)\n        return f()\n    return g';

  it('runs where it stands, and whenever the function that it made is called', () => {
    const cells = [CALLS, '@noted\ndef one():\n    return 1', 'x = one()', 'print(calls)'];
    expect(edges(...cells)).toContain('2>3 calls data');
    const registry = [
      'found = {}\ndef add(f):\n    found[f.__name__] = f',
      '@add\ndef one(): pass',
      'print(found)'
    ];
    expect(edges(...registry)).toContain('1>2 found data');
  });
});
