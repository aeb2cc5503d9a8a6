import type { StepNode } from '../pipeline';

/** A volume that a step mounts. */
export interface Volume {
  /** Such as `kubernetes.pvcMount.0`. */
  field: string;
  /** The name of the volume: that of the secret, config map or claim, when it is written down. */
  name: string | undefined;
  mountPath: string;
}

/** The volume in memory that the compiler mounts at /dev/shm. */
const SHARED_MEMORY = { field: 'resources.sharedMemory', name: 'dshm', mountPath: '/dev/shm' };

/** All volumes of a step. The backend calls a volume as its secret, config map or claim is called. */
export function volumesOf({ kubernetes = {}, resources }: StepNode): Volume[] {
  const list = <T extends { mountPath: string }>(
    key: string,
    mounts: T[] = [],
    nameOf: (mount: T) => unknown
  ) =>
    mounts.map((mount, index): Volume => {
      const name = nameOf(mount);
      return {
        field: `kubernetes.${key}.${index}`,
        name: typeof name === 'string' ? name : undefined,
        mountPath: mount.mountPath
      };
    });
  return [
    ...list('secretAsVolume', kubernetes.secretAsVolume, ({ secretName }) => secretName),
    ...list('configMapAsVolume', kubernetes.configMapAsVolume, ({ configMapName }) => configMapName),
    ...list('pvcMount', kubernetes.pvcMount, ({ pvcName }) => pvcName),
    ...list('emptyDirMounts', kubernetes.emptyDirMounts, ({ volumeName }) => volumeName),
    ...list('genericEphemeralVolume', kubernetes.genericEphemeralVolume, ({ volumeName }) => volumeName),
    ...(resources?.sharedMemory === undefined ? [] : [SHARED_MEMORY])
  ];
}
