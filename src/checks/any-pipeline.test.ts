import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resolve } from '../flow';
import { compile } from '../kubeflow';
import { arbitraryPipeline } from '../pipeline/testing/arbitrary-pipeline';
import { PATIENCE, runs } from '../pipeline/testing/property';
import { emptyCatalog } from '../pools';
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
    runs(500)
  );
});

it('finds an error wherever compiling loses a setting that this version knows', { timeout: PATIENCE }, () => {
  let compiled = 0;
  fc.assert(
    fc.property(arbitraryPipeline, pipeline => {
      const flow = resolve(pipeline, unread);
      const problems = check(flow, emptyCatalog, 'kfp-2.16');
      const bad = new Set(problems.filter(({ severity }) => severity === 'error').map(({ node }) => node));
      const lost = compile(flow, emptyCatalog, 'kfp-2.16').report.filter(
        ({ node, field, outcome }) =>
          outcome === 'lost' &&
          field !== 'group' &&
          node &&
          !bad.has(node) &&
          !/(^|\.)(x|y\/z|deleted)(\.|$)/.test(field)
      );
      expect(lost).toEqual([]);
      compiled += flow.nodes.size - bad.size;
    }),
    runs(500)
  );
  expect(compiled).toBeGreaterThan(0);
});
