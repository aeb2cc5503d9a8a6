import { expect, it } from 'vitest';
import type { ContainerNode } from '../../pipeline';
import { container, drawn, findings, found } from '../testing/flow';
import { exitStep } from './exit-step';

const exit = (settings: Partial<ContainerNode>) => container({ ignoreUpstreamFailure: true, ...settings });
const handler = { h: { kind: 'exit-handler' as const }, a: container({ group: 'h' }) };
const status = { s: { type: 'taskStatus', from: { status: 'h' } } };
const giver = container({ title: 'Giver', outputs: { o: { type: 'string' } } });
const taking = (extra = {}) => ({ x: { type: 'string', from: { node: 'g', output: 'o' }, ...extra } });

it('is content with one exit step that reads how the handler ended', () => {
  expect(found(exitStep, drawn({ ...handler, e: exit({ after: ['h'], inputs: status }) }))).toEqual([]);
});

it('is content with a step that does without what failed', () => {
  expect(found(exitStep, drawn({ g: giver, e: exit({ inputs: taking({ default: 'x' }) }) }))).toEqual([]);
});

it('refuses one after nothing', () => {
  expect(findings(exitStep, drawn({ e: exit({}) }))[0].message).toContain('after nothing');
});

it('refuses two after one end', () => {
  const two = drawn({ ...handler, d: exit({ after: ['h'] }), e: exit({ after: ['h'] }) });
  expect(found(exitStep, two)).toEqual(['error e after']);
});

it('refuses one that waits for others too', () => {
  const flow = drawn({ ...handler, g: giver, e: exit({ after: ['h', 'g'] }) });
  expect(found(exitStep, flow)).toEqual(['error e after']);
});

it('refuses what waits for an exit step', () => {
  const flow = drawn({ ...handler, e: exit({ after: ['h'] }), z: container({ after: ['e'] }) });
  expect(found(exitStep, flow)).toEqual(['error z after']);
});

it('refuses an input that has no value after a failure', () => {
  expect(found(exitStep, drawn({ g: giver, e: exit({ inputs: taking() }) }))).toEqual(['error e inputs.x']);
});
