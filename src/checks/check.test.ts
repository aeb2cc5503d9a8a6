import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyCatalog } from '../pools';
import { check } from './check';
import { RULES } from './rules';
import { container, flowOf, port } from './testing/flow';

describe('the rules', () => {
  it('are all in the table, one per file, each with its test', () => {
    const files = readdirSync(new URL('./rules/', import.meta.url)).sort();
    const expected = RULES.flatMap(({ id }) => [`${id}.test.ts`, `${id}.ts`]).sort();
    expect(files).toEqual(expected);
  });
});

describe('check', () => {
  it('finds nothing in a sound pipeline', () => {
    expect(check(flowOf({ a: container() }), emptyCatalog, 'kfp-2.16')).toEqual([]);
  });

  it('sorts by severity, then by the order of the run, then by rule and field', () => {
    const flow = flowOf(
      {
        a: container({ image: 'A', env: { '1': 'x', '0': 'x' } }),
        b: container({ command: [], args: ['x'] }),
        c: [container(), { inputs: [port('x', 'string')] }]
      },
      { order: ['c', 'b', 'a'], pipeline: { name: 'Demo' } }
    );
    const problems = check(flow, emptyCatalog, 'kfp-2.16');
    expect(problems.map(({ rule, node = '', field }) => `${rule} ${node} ${field}`)).toEqual([
      'pipeline-name  name',
      'unbound-input c inputs.x',
      'env-name a env.0',
      'env-name a env.1',
      'image-name a image',
      'command-missing b command'
    ]);
  });

  it('says everything in one sentence', () => {
    const flow = flowOf({
      a: container({ image: '', command: [], after: ['a', 'x'], pool: 'p', timeout: '?' })
    });
    for (const { message, fix } of check(flow, emptyCatalog, 'kfp-2.16')) {
      expect(message).toMatch(/^[^]*\w.*\.$/);
      expect(fix).toMatch(/\.$/);
    }
  });
});
