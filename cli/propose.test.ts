import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { notebook, shipWeft } from './testing/shipped';

const { folder, weft, write } = shipWeft();
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

const CELLS = {
  a: 'import math',
  b: 'sides = [3, 4, 5]',
  c: 'lengths = sorted(measure(one) for one in sides)',
  d: 'print(lengths)',
  e: 'fit = Fit()\nfit.model.fit(lengths)',
  f: 'fit'
};

describe('weft propose', () => {
  it('says which steps a notebook falls into, and why', () => {
    write('n.ipynb', notebook(CELLS));
    expect(weft(['propose', 'n.ipynb'])).toEqual({
      status: 0,
      err: '',
      out: `n.ipynb: 2 steps

1. Prepare lengths (cells 3 to 4)
   The notebook begins here.
   One cell that only shows results stays with what it shows.

2. Train fit (cells 5 to 6)
   It trains (fit.model.fit), which is worth a step of its own.
   One cell that only shows results stays with what it shows.

Copied into the steps that need it:
   cell 1: It only imports: each step gets the imports that it needs.
   cell 2: It only holds constants (sides): each step gets those that it needs.
`
    });
  });

  it('gives the same as JSON, with the reasons as data and in words', () => {
    write('n.ipynb', notebook(CELLS));
    const { steps, prelude, skipped, parameters } = JSON.parse(weft(['propose', 'n.ipynb', '--json']).out);
    expect(steps[1]).toMatchObject({ title: 'Train fit', cells: ['e', 'f'], gpu: 'none' });
    expect(steps[1].why[0]).toEqual({
      code: 'trains',
      call: 'fit.model.fit',
      text: 'It trains (fit.model.fit), which is worth a step of its own.'
    });
    expect(prelude[0]).toMatchObject({ cell: 'a', why: { code: 'imports' } });
    expect([skipped, parameters]).toEqual([[], []]);
  });

  it('writes the pipeline, which compiles, names the notebook from its own folder, and replaces nothing', () => {
    write('work/n.ipynb', notebook({ one: 'x = [1]\nx.append(2)', two: 'print(x)' }));
    write('out/x', '');
    expect(weft(['propose', 'work/n.ipynb', '-o', 'out/n.weft']).status).toBe(0);
    const { name, nodes, layout } = JSON.parse(read('out/n.weft'));
    expect(name).toBe('n');
    expect(Object.values(nodes)).toMatchObject([{ kind: 'cells', notebook: '../work/n.ipynb' }]);
    expect(Object.keys(layout)).toEqual(Object.keys(nodes));
    expect(weft(['compile', 'out/n.weft', '-o', 'out/n.yaml']).status).toBe(0);
    expect(weft(['fmt', '--check', 'out/n.weft']).status).toBe(0);
    expect(weft(['propose', 'work/n.ipynb', '-o', 'out/n.weft'])).toMatchObject({
      status: 2,
      err: 'weft: out/n.weft is there already; name another file, or write over it with --force.\n'
    });
    expect(weft(['propose', 'work/n.ipynb', '-o', 'out/n.weft', '--force']).status).toBe(0);
  });

  it('names the notebook from the folder of the pipeline when the command is given whole paths', () => {
    write('work/m.ipynb', notebook({ one: 'x = [1]\nx.append(2)' }));
    expect(weft(['propose', join(folder, 'work/m.ipynb'), '-o', join(folder, 'm.weft')]).status).toBe(0);
    expect(Object.values(JSON.parse(read('m.weft')).nodes)).toMatchObject([{ notebook: 'work/m.ipynb' }]);
  });

  it('ends with 1 where there is nothing to propose, and with 2 where there is no notebook', () => {
    write('empty.ipynb', notebook({ a: 'import math', b: '# nothing' }));
    const ended = weft(['propose', 'empty.ipynb', '-o', 'empty.weft']);
    expect(ended).toMatchObject({ status: 1, err: 'empty.ipynb holds no code that could be a step.\n' });
    expect(existsSync(join(folder, 'empty.weft'))).toBe(false);
    const foreign = { ...notebook({ a: 'x <- 1' }), metadata: { language_info: { name: 'R' } } };
    write('r.ipynb', foreign);
    expect(weft(['propose', 'r.ipynb', '-o', 'r.weft'])).toEqual({
      status: 1,
      out: '',
      err: 'r.ipynb is a notebook in r, and steps run Python alone.\n'
    });
    expect(existsSync(join(folder, 'r.weft'))).toBe(false);
    expect(weft(['import', 'r.ipynb']).status).toBe(1);
    write('bad.ipynb', '{');
    expect(weft(['propose', 'bad.ipynb'])).toMatchObject({ status: 2, out: '' });
    expect(weft(['propose', 'gone.ipynb']).err).toMatch(/^weft: gone\.ipynb cannot be read: /);
  });
});
