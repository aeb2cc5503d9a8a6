import { expect, it } from 'vitest';
import { findings, flowOf, found, notebook, port } from '../testing/flow';
import { unreadInput } from './unread-input';

const binding = { value: 1 };

it('is content with inputs that the cells read', () => {
  const inputs = [port('rate', 'number', { binding })];
  expect(found(unreadInput, flowOf({ a: [notebook(), { inputs }] }))).toEqual([]);
});

it('warns of those that no cell reads', () => {
  const flow = flowOf({ a: [notebook(), { inputs: [port('rtae', 'integer', { binding, unread: true })] }] });
  expect(found(unreadInput, flow)).toEqual(['warning a inputs.rtae']);
  expect(findings(unreadInput, flow)[0].message).toContain(
    '“Report” is fed rtae, which none of its cells reads'
  );
});
