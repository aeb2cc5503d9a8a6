import { describe, expect, it } from 'vitest';
import { linked, plansApart, told } from './testing/linked';

const CHANGE = 'cfg["x"] = 5';

/** What the last step is given of an object, and what it copies, as `late` where that waits for it. */
function last(...cells: string[]): string[] {
  const { needs, prelude, clashes } = plansApart(cells).at(-1)!;
  expect(clashes).toEqual([]);
  return [
    ...needs.map(({ name, write }) => `${name} ${write.cell}`),
    ...prelude.map(({ source, late }) => `${source.split(/[ \n(:]/)[1]}${late ? ' late' : ''}`)
  ];
}

describe('an object that a definition has in it', () => {
  it.each([
    ['cfg = load()', 'def run(c=cfg):\n    return c["x"]', 'run()'],
    ['cfg = {"x": 1}', 'def run(c=cfg):\n    return c["x"]', 'run()'],
    ['cfg = load()', 'class run:\n    c = cfg\n    def go(self):\n        return self.c["x"]', 'run().go()'],
    ['cfg = load()', 'class run:\n    def go(self, c=cfg):\n        return c["x"]', 'run().go()']
  ])('is what has become of it where the definition is used: %s ‖ %s', (made, definition, use) => {
    expect(last(made, definition, CHANGE, use)).toEqual(['cfg c2', 'run late']);
    expect(linked([made, definition, CHANGE, use]).edges.map(told)).toContain('2>3 cfg data');
  });

  it('goes along with a function that calls it, and with a lambda', () => {
    const run = 'def run(c=cfg):\n    return c["x"]';
    expect(last('cfg = load()', run, 'def go():\n    return run()', CHANGE, 'go()')).toEqual([
      'cfg c3',
      'run late',
      'go'
    ]);
    expect(last('cfg = load()', 'run = lambda c=cfg: c["x"]', CHANGE, 'run()')[0]).toBe('cfg c2');
  });

  it('is still the same where its name stands for another one, and as it was where nothing changed it', () => {
    const cells = ['cfg = load()', 'def run(c=cfg):\n    return c["x"]'];
    expect(last(...cells, CHANGE, 'cfg = 7', 'run()')).toEqual(['cfg c2', 'run late']);
    expect(last(...cells, 'cfg = 7', 'run()')).toEqual(['cfg c0', 'run late']);
  });

  it('is no part of it: a number stays what it was', () => {
    const cells = ['cfg = load()', 'def run(n=cfg["x"]):\n    return n', CHANGE, 'run()'];
    expect(last(...cells)).toEqual(['cfg c0', 'run late']);
  });
});
