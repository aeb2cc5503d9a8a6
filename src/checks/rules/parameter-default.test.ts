import { expect, it } from 'vitest';
import type { Parameter } from '../../pipeline';
import { flowOf, found } from '../testing/flow';
import { parameterDefault } from './parameter-default';

const withDefault = (type: Parameter['type'], value: unknown) =>
  flowOf({}, { pipeline: { parameters: { p: { type, default: value } } } });

it.each([
  ['integer', 5],
  ['number', 5],
  ['number', 0.5],
  ['string', '5'],
  ['boolean', false],
  ['list', []],
  ['object', {}],
  ['object', null],
  ['integer', undefined]
] as const)('takes a default of type %s: %j', (type, value) => {
  expect(found(parameterDefault, withDefault(type, value))).toEqual([]);
});

it.each([
  ['integer', 0.5],
  ['integer', '5'],
  ['string', 5],
  ['boolean', 0],
  ['list', {}],
  ['object', []]
] as const)('refuses a default of type %s: %j', (type, value) => {
  expect(found(parameterDefault, withDefault(type, value))).toEqual(['error - parameters.p.default']);
});
