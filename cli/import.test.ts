import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pipeline, shipWeft } from './testing/shipped';

const { folder, weft, write } = shipWeft();
const EXAMPLE = join(import.meta.dirname, '..', 'examples', 'breast-cancer');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

const drawn = () =>
  write(
    'p.weft',
    pipeline({
      make: {
        kind: 'container',
        image: 'x:1',
        command: ['true'],
        outputs: { n: { type: 'list' } },
        title: 'make'
      },
      loop: { kind: 'loop', items: { node: 'make', output: 'n' } },
      use: {
        kind: 'container',
        image: 'y:1',
        title: 'use',
        group: 'loop',
        command: ['echo', { input: 'x' }],
        inputs: { x: { type: 'string', from: { item: 'loop' } } }
      }
    })
  );

describe('weft import', () => {
  it('draws a spec so that it compiles to the same bytes, laid out, groups and all', () => {
    expect(weft(['compile', drawn(), '-o', 'p.yaml'])).toMatchObject({ status: 0 });
    const ended = weft(['import', 'p.yaml', '-o', 'q.weft']);
    expect(ended).toEqual({ status: 0, out: '', err: 'p.yaml: 3 nodes: 1 loop, 2 container\n' });
    const { nodes, layout } = JSON.parse(read('q.weft'));
    expect(Object.keys(layout).length).toBeGreaterThan(1);
    expect(nodes.use).toMatchObject({ kind: 'container', group: 'for-loop-1' });
    expect(weft(['compile', 'q.weft']).out).toBe(read('p.yaml'));
    expect(weft(['fmt', '--check', 'q.weft'])).toMatchObject({ status: 0 });
  });

  it('brings cells back with their notebook, and leaves a notebook that is there alone', () => {
    cpSync(EXAMPLE, join(folder, 'example'), { recursive: true });
    const weftFile = 'example/breast-cancer.weft';
    weft(['compile', weftFile, '-o', 'example.yaml']);
    expect(weft(['import', 'example.yaml', '-o', 'back/back.weft']).err).toContain('there is no such file');
    write('back/x', '');
    expect(weft(['import', 'example.yaml', '-o', 'back/back.weft']).status).toBe(0);
    const kindsOf = (name: string) =>
      Object.values(JSON.parse(read(name)).nodes as { kind: string }[])
        .map(({ kind }) => kind)
        .filter(kind => kind !== 'note')
        .sort();
    expect(kindsOf('back/back.weft')).toEqual(kindsOf(weftFile));
    expect(existsSync(join(folder, 'back/breast-cancer.ipynb'))).toBe(true);
    expect(weft(['compile', 'back/back.weft']).out).toBe(read('example.yaml'));
    const again = weft(['import', 'example.yaml', '-o', 'back/more.weft']);
    expect(again.err).toContain('breast-cancer.ipynb is there already and stays as it is.');
  });

  it('writes over nothing unless told to', () => {
    weft(['compile', drawn(), '-o', 'p.yaml']);
    write('there.weft', 'mine');
    const refused = weft(['import', 'p.yaml', '-o', 'there.weft']);
    expect(refused).toMatchObject({ status: 2, out: '' });
    expect(refused.err).toBe(
      'weft: there.weft is there already; name another file, or write over it with --force.\n'
    );
    expect(read('there.weft')).toBe('mine');
    expect(weft(['import', 'p.yaml', '-o', 'there.weft', '--force']).status).toBe(0);
    rmSync(join(folder, 'there.weft'));
  });

  it('reports as JSON what no field says', () => {
    weft(['compile', drawn(), '-o', 'p.yaml']);
    write('odd.yaml', read('p.yaml').replace('image: x:1', 'image: x:1\n        lifecycle: {}'));
    const { status, out } = weft(['import', 'odd.yaml', '--json', '-o', 'odd.weft']);
    expect(status).toBe(0);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ file: 'odd.weft', counts: { container: 2, loop: 1 }, opaque: [] });
    expect(report.kept).toEqual([
      { node: 'make', path: expect.stringContaining('lifecycle'), why: expect.stringMatching(/\.$/) }
    ]);
  });

  it.each([
    ['no YAML', 'a: 1\na: 2\n', /^weft: bad\.yaml:2:1: .*duplicated/],
    ['no spec', 'a: 1\n', /^weft: bad\.yaml: .*`pipelineInfo`/],
    [
      'a pipeline of version 1',
      'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec: {}\n',
      /^weft: bad\.yaml: .*Workflow of argoproj/
    ],
    ['nothing', '', /^weft: bad\.yaml: /]
  ])('ends with 2 and one sentence for %s', (_what, text, says) => {
    write('bad.yaml', text);
    const { status, out, err } = weft(['import', 'bad.yaml', '-o', 'bad.weft']);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(says);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'bad.weft'))).toBe(false);
  });
});
