import { expect, it } from 'vitest';
import { container, drawn, found } from '../testing/flow';
import { envTwice } from './env-twice';

const field = (name: string) => ({ fieldPathAsEnv: [{ name, fieldPath: 'metadata.name' }] });

it('finds a variable that two settings set', () => {
  const flow = drawn({ a: container({ env: { A: 'x' }, kubernetes: field('A') }) });
  expect(found(envTwice, flow)).toEqual(['error a kubernetes.fieldPathAsEnv.0']);
});

it('finds one in a secret and a config map', () => {
  const kubernetes = {
    secretAsEnv: [{ secretName: 's', keyToEnv: [{ secretKey: 'k', envVar: 'A' }] }],
    configMapAsEnv: [{ configMapName: 'c', keyToEnv: [{ configMapKey: 'k', envVar: 'A' }] }]
  };
  expect(found(envTwice, drawn({ a: container({ kubernetes }) }))).toEqual([
    'error a kubernetes.configMapAsEnv.0.keyToEnv.0'
  ]);
});

it('is content with different ones', () => {
  expect(found(envTwice, drawn({ a: container({ env: { A: 'x' }, kubernetes: field('B') }) }))).toEqual([]);
});
