import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resolve } from '../flow';
import { compile, TARGETS } from '../kubeflow';
import type { Pipeline } from '../pipeline';
import { arbitraryPipeline } from '../pipeline/testing/arbitrary-pipeline';
import { PATIENCE, runs } from '../pipeline/testing/property';
import { type Catalog, emptyCatalog } from '../pools';
import { check } from './check';

const unread = { notebook: () => ({ message: 'not there' }) };

it('checks any pipeline, the same each time, about nodes that are there', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(arbitraryPipeline, pipeline => {
      const flow = resolve(pipeline, unread);
      const problems = check(flow, emptyCatalog, 'kfp-2.16');
      expect(check(resolve(structuredClone(pipeline), unread), emptyCatalog, 'kfp-2.16')).toEqual(problems);
      for (const { node, message } of problems) {
        expect(node === undefined || flow.nodes.has(node)).toBe(true);
        expect(message).not.toMatch(/undefined|\[object/);
      }
    }),
    runs(300)
  );
});

const catalog: Catalog = {
  pools: [
    { id: 'cpu', taints: [{ key: 'nvidia.com/gpu', effect: 'NoSchedule' }] },
    {
      id: 'gpu',
      device: { resource: 'nvidia.com/gpu', perNode: 2 },
      match: { labels: { pool: 'gpu' }, expressions: [{ key: 'memory', operator: 'Gt', values: ['1'] }] },
      nodeShape: { allocatable: { cpu: '4', memory: '8Gi' } },
      queue: { system: 'kai', name: 'q' }
    }
  ]
};

/** Good values, mostly, and a bad one now and then. */
const mostly = <T>(good: readonly T[], bad: readonly T[]) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom(...bad) }
  );
const maybe = (fields: Record<string, fc.Arbitrary<unknown>>) => fc.record(fields, { requiredKeys: [] });

const amount = mostly(['1', '2Gi', '500m', '1e3'], ['lots', '', '-1', '1GB', '99Ei']);
const time = mostly(['90s', '1h30m'], ['soon', '', '0s', '0']);
const type = fc.constantFrom('integer', 'string', 'Model', 'Artifact');
const name = fc.constantFrom('a', 'b');
const from = fc.oneof(
  fc.record({ node: fc.constantFrom('n0', 'n1', 'n2', 'gone'), output: name }),
  fc.record({ parameter: fc.constantFrom('p', 'gone') }),
  fc.record({ value: fc.constantFrom(1, 'x', null, 1.5) })
);
const argument = fc.oneof(
  fc.constant('x'),
  fc.record({ input: name, as: fc.constantFrom('value', 'path', 'uri') }, { requiredKeys: ['input'] }),
  fc.record({ output: name, as: fc.constantFrom('path', 'uri') }, { requiredKeys: ['output'] })
);
const step = fc
  .tuple(
    fc.record({ kind: fc.constant('container'), image: mostly(['a/b:1'], ['A', '']) }),
    maybe({
      command: fc.array(argument, { maxLength: 2 }),
      args: fc.array(argument, { maxLength: 2 }),
      env: fc.dictionary(mostly(['A', 'B_1'], ['1', '']), fc.constant('x'), { maxKeys: 2 }),
      inputs: fc.dictionary(
        name,
        fc.record({ type, from, optional: fc.boolean() }, { requiredKeys: ['type'] })
      ),
      outputs: fc.dictionary(name, fc.record({ type })),
      pool: mostly(['cpu', 'gpu'], ['gone']),
      timeout: time,
      retry: fc.record({ max: fc.nat(2), backoff: time, maxBackoff: time }, { requiredKeys: ['max'] }),
      resources: maybe({
        cpu: amount,
        memoryRequest: amount,
        sharedMemory: amount,
        accelerators: fc.nat(3)
      }),
      after: fc.array(fc.constantFrom('n0', 'n1', 'n2'), { maxLength: 1 })
    })
  )
  .map(([a, b]) => ({ ...a, ...b }));
const importer = fc.record({
  kind: fc.constant('importer'),
  type: mostly(['Model'], ['string', '']),
  uri: fc.oneof(mostly(['s3://b/m'], ['b/m', '']), fc.record({ parameter: mostly(['p'], ['gone']) }))
});
const pipeline = fc.array(fc.oneof({ weight: 4, arbitrary: step }, importer), { maxLength: 3 }).map(
  nodes =>
    ({
      weft: 1,
      id: 'x',
      name: 'demo',
      parameters: { p: { type: 'string' } },
      nodes: Object.fromEntries(nodes.map((node, index) => [`n${index}`, node])),
      layout: {}
    }) as Pipeline
);

it('finds an error at every node of which the compiler loses a setting', { timeout: PATIENCE }, () => {
  const seen = { sound: 0, losing: 0 };
  fc.assert(
    fc.property(pipeline, fc.constantFrom(...TARGETS), (pipeline, target) => {
      const flow = resolve(pipeline, unread);
      const errors = check(flow, catalog, target).filter(({ severity }) => severity === 'error');
      const bad = new Set(errors.map(({ node }) => node));
      const lost = compile(flow, catalog, target).report.filter(({ outcome }) => outcome === 'lost');
      expect(lost.filter(({ node }) => !bad.has(node))).toEqual([]);
      seen.sound += [...flow.nodes.keys()].filter(id => !bad.has(id)).length;
      seen.losing += lost.length;
    }),
    runs(1500)
  );
  expect(seen.sound).toBeGreaterThan(100);
  expect(seen.losing).toBeGreaterThan(100);
});
