import { expect, it } from 'vitest';
import { drawn, findings, found } from '../testing/flow';
import { pipelineUnreadable } from './pipeline-unreadable';

it('refuses a file that is not there', () => {
  const flow = drawn({ g: { kind: 'pipeline', file: 'x.weft' } });
  expect(found(pipelineUnreadable, flow)).toEqual(['error g file']);
  expect(findings(pipelineUnreadable, flow)[0].message).toMatch(/x\.weft is not there\.$/);
});

it('is content with what is drawn inside', () => {
  expect(found(pipelineUnreadable, drawn({ g: { kind: 'pipeline' } }))).toEqual([]);
});
