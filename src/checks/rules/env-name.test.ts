import { expect, it } from 'vitest';
import { cells, container, flowOf, found } from '../testing/flow';
import { envName } from './env-name';

it('is content with C identifiers', () => {
  expect(found(envName, flowOf({ a: container({ env: { _A1: 'x', path: 'y' } }), b: cells() }))).toEqual([]);
});

it.each(['1A', 'A-B', 'A.B', '', 'é', 'WEFT_STEP'])('refuses “%s”', name => {
  expect(found(envName, flowOf({ a: cells({ env: { [name]: 'x' } }) }))).toEqual([`error a env.${name}`]);
});

it.each(['1A', '', 'a b', 'WEFT_STEP'])('refuses “%s” for what a pod gives', name => {
  const secret = (envVar: string) => ({
    kubernetes: { secretAsEnv: [{ secretName: 's', keyToEnv: [{ secretKey: 'k', envVar }] }] }
  });
  expect(found(envName, flowOf({ a: container(secret(name)) }))).toEqual([
    'error a kubernetes.secretAsEnv.0.keyToEnv.0'
  ]);
  expect(found(envName, flowOf({ a: container(secret('a.b-c')) }))).toEqual([]);
});
