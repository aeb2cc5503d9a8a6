import { expect, it } from 'vitest';
import { container, flowOf, found } from '../testing/flow';
import { volumeSize } from './volume-size';

const mounting = (size: string, accessModes = ['ReadWriteOnce']) =>
  flowOf({
    a: container({
      kubernetes: {
        emptyDirMounts: [
          { volumeName: 'e', mountPath: '/e', sizeLimit: size },
          { volumeName: 'f', mountPath: '/f' }
        ],
        genericEphemeralVolume: [{ volumeName: 'g', mountPath: '/g', accessModes, size }]
      }
    })
  });

it.each(['1Gi', '500M', '1e9'])('is content with %s', size => {
  expect(found(volumeSize, mounting(size))).toEqual([]);
});

it.each(['1 gig', '-1Gi', '0'])('refuses %s', size => {
  expect(found(volumeSize, mounting(size))).toEqual([
    'error a kubernetes.emptyDirMounts.0.sizeLimit',
    'error a kubernetes.genericEphemeralVolume.0.size'
  ]);
});

it('refuses access modes that Kubernetes does not know', () => {
  expect(found(volumeSize, mounting('1Gi', ['ReadWriteMany', 'RWX']))).toEqual([
    'error a kubernetes.genericEphemeralVolume.0.accessModes'
  ]);
});

it('looks at the workspace', () => {
  const flow = mounting('1Gi');
  const sized = (size: string) => ({
    ...flow,
    pipeline: { ...flow.pipeline, config: { workspace: { size } } }
  });
  expect(found(volumeSize, sized('10Gi'))).toEqual([]);
  expect(found(volumeSize, sized('big'))[0]).toContain('config.workspace.size');
});
