import { expect, it } from 'vitest';
import { container, flowOf, found, port } from '../testing/flow';
import { unfilledPlaceholder } from './unfilled-placeholder';

const named = (settings: Parameters<typeof port>[2]) =>
  flowOf({ a: [container({ args: [{ input: 'n' }] }), { inputs: [port('n', 'integer', settings)] }] });

it('is content with inputs that are fed', () => {
  expect(found(unfilledPlaceholder, named({ optional: true, binding: { value: 1 } }))).toEqual([]);
});

it('leaves required inputs to their own rule', () => {
  expect(found(unfilledPlaceholder, named({}))).toEqual([]);
});

it('refuses optional inputs that are named and not fed', () => {
  expect(found(unfilledPlaceholder, named({ optional: true }))).toEqual(['error a args.0']);
});
