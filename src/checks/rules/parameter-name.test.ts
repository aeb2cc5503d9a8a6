import { expect, it } from 'vitest';
import { flowOf, found } from '../testing/flow';
import { parameterName } from './parameter-name';

const called = (name: string) => flowOf({}, { pipeline: { parameters: { [name]: { type: 'string' } } } });

it.each(['epochs', 'learning-rate', 'A_1', 'y'])('takes %s', name => {
  expect(found(parameterName, called(name))).toEqual([]);
});

it.each(['', '1a', '_a', 'a b', 'é', 'a.b'])('refuses “%s”', name => {
  expect(found(parameterName, called(name))).toEqual([`error - parameters.${name}`]);
});
