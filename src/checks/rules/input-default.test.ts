import { expect, it } from 'vitest';
import { container, drawn, found } from '../testing/flow';
import { inputDefault } from './input-default';

const given = (type: string, value: unknown) =>
  drawn({ a: container({ inputs: { x: { type, default: value } } }) });

it.each([
  ['integer', 5],
  ['number', 5],
  ['list', []],
  ['string', null]
])('takes a default of type %s: %j', (type, value) => {
  expect(found(inputDefault, given(type, value))).toEqual([]);
});

it.each([
  ['integer', 'x'],
  ['string', 1]
])('warns of a default of type %s: %j', (type, value) => {
  expect(found(inputDefault, given(type, value))).toEqual(['warning a inputs.x.default']);
});

it('refuses a default of an artifact', () => {
  expect(found(inputDefault, given('Model', 's3://b/m'))).toEqual(['error a inputs.x.default']);
});
