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
  ['string', 1],
  ['Model', 's3://b/m']
])('refuses a default of type %s: %j', (type, value) => {
  expect(found(inputDefault, given(type, value))).toEqual(['error a inputs.x.default']);
});
