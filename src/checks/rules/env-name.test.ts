import { expect, it } from 'vitest';
import { cells, container, flowOf, found } from '../testing/flow';
import { envName } from './env-name';

it('is content with C identifiers', () => {
  expect(found(envName, flowOf({ a: container({ env: { _A1: 'x', path: 'y' } }), b: cells() }))).toEqual([]);
});

it.each(['1A', 'A-B', 'A.B', '', 'é', 'WEFT_STEP'])('refuses “%s”', name => {
  expect(found(envName, flowOf({ a: cells({ env: { [name]: 'x' } }) }))).toEqual([`error a env.${name}`]);
});
