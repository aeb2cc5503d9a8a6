import { expect, it } from 'vitest';
import { container, drawn, found } from '../testing/flow';
import { longConstant } from './long-constant';

const fed = (value: unknown) =>
  drawn({ a: container({ inputs: { x: { type: 'string', from: { value } } } }) });

it('takes constants and defaults of any common size', () => {
  expect(found(longConstant, fed('x'.repeat(131071)))).toEqual([]);
  expect(found(longConstant, drawn({}, { parameters: { p: { type: 'list', default: [1, 2] } } }))).toEqual(
    []
  );
});

it('refuses what is longer than one argument may be, by its bytes', () => {
  expect(found(longConstant, fed('x'.repeat(131072)))).toEqual(['error a inputs.x.from']);
  expect(found(longConstant, fed('é'.repeat(66000)))).toEqual(['error a inputs.x.from']);
  const parameters = { p: { type: 'list', default: Array.from({ length: 50000 }, () => 'ab') } };
  expect(found(longConstant, drawn({}, { parameters }))).toEqual(['error - parameters.p.default']);
});
