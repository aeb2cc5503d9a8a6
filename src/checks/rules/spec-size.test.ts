import { expect, it } from 'vitest';
import type { PipelineNode } from '../../pipeline';
import { container, drawn, findings, found } from '../testing/flow';
import { specSize } from './spec-size';

/** Steps with so many bytes of arguments each, all below the limit of one argument. */
const steps = (count: number, bytes: number): Record<string, PipelineNode> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `s${at}`,
      container({ title: `S${at}`, args: ['x'.repeat(bytes)] })
    ])
  );

it('is content with usual pipelines', () => {
  expect(found(specSize, drawn(steps(3, 1000)))).toEqual([]);
});

it('warns where the workflow is likely too large, and names the heaviest steps', () => {
  const flow = drawn({ ...steps(9, 60_000), big: container({ title: 'Big', args: ['x'.repeat(100_000)] }) });
  expect(found(specSize, flow)).toEqual(['warning - nodes']);
  expect(findings(specSize, flow)[0].fix).toMatch(/“Big” \(98 KiB\), .* and /);
});

it('refuses what is too large in any case, but not on this machine', () => {
  const flow = drawn(steps(15, 100_000));
  expect(found(specSize, flow)).toEqual(['error - nodes']);
  expect(found(specSize, flow, { target: 'local' })).toEqual([]);
});
