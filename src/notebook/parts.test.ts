import { describe, expect, it } from 'vitest';
import { plansApart } from './testing/linked';

/** Warnings about steps of one cell each, as `rule name`. */
function warnings(...cells: string[]): string[] {
  return plansApart(cells).flatMap(step => step.warnings.map(({ rule, name }) => `${rule} ${name}`));
}

const HOUSE = 'class House:\n    def take(self):\n        self.log.append(1)\n        return 1';

describe('parts of an object', () => {
  it('are cut from it where it changes in another step', () => {
    expect(warnings(HOUSE, 'house = House()', 'log = house.log', 'x = house.take()', 'print(log)')).toEqual([
      'alias-cut house'
    ]);
    expect(warnings('d = {"a": make()}', 'a = d["a"]', 'a.x = 1', 'print(d)')).toEqual(['alias-cut a']);
  });

  it('may be read apart from it', () => {
    expect(warnings(HOUSE, 'house = House()', 'log = house.log', 'print(house, log)')).toEqual([]);
    expect(
      warnings('import pandas as pd\ndf = pd.read_csv("a")', 'c = df["c"]', 'df["b"] = 1', 'print(c)')
    ).toEqual([]);
  });

  it('are the axes of a figure, and what draws on a picture', () => {
    const figure = 'import matplotlib.pyplot as plt\nfig, ax = plt.subplots()';
    expect(warnings(figure, 'ax.plot(1)', 'fig')).toEqual(['alias-cut ax']);
    const picture = 'from PIL import Image, ImageDraw\nim = Image.new("L", (1, 1))\npen = ImageDraw.Draw(im)';
    expect(warnings(picture, 'pen.line((0, 0))')).toContain('handle-crosses-steps pen');
  });
});

describe('lambdas in a value', () => {
  const made = 'k = 2\nd = {"a": lambda x: x * k}';

  it('are cut from names that change behind the step that stored them', () => {
    expect(warnings(made, 'd["a"](1)', 'k = 3', 'd["a"](1)')).toEqual(['alias-cut d']);
    expect(warnings(made, 'e = d["a"]', 'k = f()', 'e(1)')).toEqual(['alias-cut e']);
  });

  it('are none where a call only runs them, nor where they have names', () => {
    expect(warnings('k = f()\nd = g()', 'e = d.apply(lambda x: x * k)', 'k = f()', 'print(d, e)')).toEqual(
      []
    );
    expect(warnings('k = f()\ng = lambda x: x * k', 'k = f()', 'g(1)')).toEqual([]);
  });
});

describe('adding in place', () => {
  const cells = ['xs = [1]\nys = xs', 'ys += [2]', 'print(xs)'];

  it('changes a list, by whatever name it goes', () => {
    expect(warnings(...cells)).toEqual(['alias-cut ys']);
    const [, , last] = plansApart(cells);
    expect(last.needs).toMatchObject([{ name: 'xs', from: { group: 1 } }]);
  });

  it('makes a new number', () => {
    expect(warnings('x = 1\ny = x', 'y += 2', 'print(x)')).toEqual([]);
  });
});

describe('a function with yield', () => {
  const BATCHES = 'def batches(xs):\n    for x in xs:\n        yield [x]';

  it('gives a generator, which no step can hand on', () => {
    expect(warnings(BATCHES, 'q = batches([1])', 'print(next(q))')).toEqual(['handle-crosses-steps q']);
    expect(warnings(BATCHES, 'q = list(batches([1]))', 'print(q)')).toEqual([]);
  });

  it('is no generator when an inner one yields, or a decorator makes something else of it', () => {
    expect(warnings('def f():\n    def g():\n        yield 1\n    return 2', 'q = f()', 'print(q)')).toEqual(
      []
    );
    const manager = 'from contextlib import contextmanager\n@contextmanager\ndef f():\n    yield 1';
    expect(warnings(manager, 'q = f()', 'print(q)')).toEqual([]);
  });
});
