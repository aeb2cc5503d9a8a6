import { expect, it } from 'vitest';
import { container, drawn, found } from '../testing/flow';
import { exitHandler } from './exit-handler';

const handler = { kind: 'exit-handler' as const };
const inside = container({ group: 'h' });

it('is content with a handler at the outside that has an exit step', () => {
  const exit = container({ after: ['h'], ignoreUpstreamFailure: true });
  expect(found(exitHandler, drawn({ h: handler, a: inside, e: exit }))).toEqual([]);
});

it('warns of one without', () => {
  expect(found(exitHandler, drawn({ h: handler, a: inside }))).toEqual(['warning h kind']);
});

it('refuses one in a group', () => {
  const flow = drawn({
    l: { kind: 'loop', items: { value: [1] } },
    h: { ...handler, group: 'l' },
    a: inside,
    e: container({ after: ['h'], ignoreUpstreamFailure: true, group: 'l' })
  });
  expect(found(exitHandler, flow)).toEqual(['error h group']);
});
