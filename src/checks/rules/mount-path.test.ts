import { expect, it } from 'vitest';
import { container, drawn, found } from '../testing/flow';
import { mountPath } from './mount-path';

const mounting = (...paths: string[]) =>
  drawn({
    a: container({
      kubernetes: { pvcMount: paths.map((path, at) => ({ pvcName: `c${at}`, mountPath: path })) }
    })
  });

it('takes folders of their own', () => {
  expect(found(mountPath, mounting('/data', '/models'))).toEqual([]);
});

it.each([['data'], ['/a', '/a/'], ['/kfp-workspace']])('refuses %j', (...paths) => {
  expect(found(mountPath, mounting(...paths))).toEqual([
    `error a kubernetes.pvcMount.${paths.length - 1}.mountPath`
  ]);
});

it('knows where shared memory is', () => {
  const kubernetes = { pvcMount: [{ pvcName: 'c', mountPath: '/dev/shm' }] };
  const flow = drawn({ a: container({ kubernetes, resources: { sharedMemory: '1Gi' } }) });
  expect(found(mountPath, flow)).toEqual(['error a resources.sharedMemory']);
});
