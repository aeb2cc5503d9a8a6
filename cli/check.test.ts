import { describe, expect, it } from 'vitest';
import { notebook, pipeline, shipWeft } from './testing/shipped';

const { weft, write } = shipWeft();

const container = (more: object = {}) => ({
  kind: 'container',
  image: 'alpine:3',
  command: ['true'],
  ...more
});
const number = (node: string) => ({ type: 'number', from: { node, output: 'x' } });
const passing = (from: string) =>
  container({
    args: [{ input: 'x' }, { output: 'x' }],
    inputs: { x: number(from) },
    outputs: { x: { type: 'number' } }
  });

/** Each with the problem that stands in the way of compiling it. */
const WRONG: [what: string, nodes: object, problem: { rule: string; node?: string; field?: string }][] = [
  [
    'a pool that no catalog has',
    { a: container({ pool: 'h100' }) },
    { rule: 'unknown-pool', node: 'a', field: 'pool' }
  ],
  ['a cycle', { a: passing('b'), b: passing('a') }, { rule: 'cycle', node: 'a' }],
  [
    'an input that nothing feeds',
    { a: container({ args: [{ input: 'x' }], inputs: { x: { type: 'number' } } }) },
    { rule: 'unbound-input', node: 'a', field: 'inputs.x' }
  ],
  [
    'a bad image',
    { a: container({ image: 'Not an image' }) },
    { rule: 'image-name', node: 'a', field: 'image' }
  ],
  [
    'a bad quantity',
    { a: container({ resources: { memory: '4 gigs' } }) },
    { rule: 'quantity', node: 'a', field: 'resources.memory' }
  ]
];

describe('weft check', () => {
  it.each(WRONG)('finds %s, as JSON and as text, and ends with 1', (_what, nodes, problem) => {
    const path = write('wrong.weft', pipeline(nodes));
    const { status, out, err } = weft(['check', path, '--json']);
    expect({ status, err }).toEqual({ status: 1, err: '' });
    const report = JSON.parse(out);
    expect(report).toEqual({ pipeline: 'demo', target: 'kfp-2.16', problems: expect.any(Array) });
    expect(report.problems).toContainEqual(
      expect.objectContaining({ severity: 'error', message: expect.stringMatching(/\.$/), ...problem })
    );

    const text = weft(['check', path]);
    expect(text.status).toBe(1);
    expect(text.out).toMatch(new RegExp(`^wrong\\.weft: ${problem.node}: .*\\[${problem.rule}\\]$`, 'm'));
    expect(text.err).toMatch(/^wrong\.weft: \d+ errors?/);
  });

  it('ends with 0 when nothing stands in the way', () => {
    const path = write('right.weft', pipeline({ a: container() }));
    expect(weft(['check', path])).toEqual({ status: 0, out: '', err: 'right.weft: no problems\n' });
    const { status, out, err } = weft(['check', path, '--json', '--target', 'kfp-2.18']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(out)).toEqual({ pipeline: 'demo', target: 'kfp-2.18', problems: [] });
  });

  it('takes the catalog beside the pipeline, or the one that is named', () => {
    const catalog = 'weft-pools: 1\npools:\n  - id: small\n    name: Small\n';
    const nodes = { a: container({ pool: 'small' }) };
    write('beside/p.weft', pipeline(nodes));
    write('beside/weft.pools.yaml', catalog);
    write('away/p.weft', pipeline(nodes));
    expect(weft(['check', 'beside/p.weft'])).toMatchObject({ status: 0 });
    expect(weft(['check', 'away/p.weft'])).toMatchObject({ status: 1 });
    expect(weft(['check', 'away/p.weft', '--pools', 'beside/weft.pools.yaml'])).toMatchObject({ status: 0 });
  });

  it('finds the cell that does not parse', () => {
    write('n.ipynb', notebook({ c: 'x = (' }));
    const cells = [{ id: 'c', hash: '' }];
    const path = write('p.weft', pipeline({ a: { kind: 'cells', title: 'A', notebook: 'n.ipynb', cells } }));
    const { status, out } = weft(['check', path, '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(out).problems).toContainEqual(
      expect.objectContaining({ rule: 'cell-unparsed', node: 'a' })
    );
  });
});
