import { expect, it } from 'vitest';
import { container, drawn, findings, found } from '../testing/flow';
import { volumeName } from './volume-name';

const mounting = (...names: string[]) =>
  drawn({
    a: container({
      kubernetes: { secretAsVolume: names.map((secretName, at) => ({ secretName, mountPath: `/s${at}` })) }
    })
  });

it('takes names of their own', () => {
  expect(found(volumeName, mounting('a', 'b-1'))).toEqual([]);
});

it.each([['a.b'], ['x'.repeat(64)], ['A'], ['kfp-workspace']])('refuses %s', name => {
  expect(found(volumeName, mounting(name))).toEqual(['error a kubernetes.secretAsVolume.0']);
});

it('finds two of one name, whatever they are', () => {
  const kubernetes = {
    secretAsVolume: [{ secretName: 'x', mountPath: '/a' }],
    pvcMount: [
      { pvcName: 'x', mountPath: '/b' },
      { pvcName: { parameter: 'p' }, mountPath: '/c' }
    ]
  };
  const flow = drawn({ a: container({ kubernetes }) }, { parameters: { p: { type: 'string' } } });
  expect(findings(volumeName, flow)).toMatchObject([{ field: 'kubernetes.pvcMount.0' }]);
});
