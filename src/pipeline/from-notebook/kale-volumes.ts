import type { KaleVolume } from '../../notebook';
import type { Kubernetes } from '../kubernetes';
import type { ContainerNode } from '../schema';

/** Steps that create volumes, by the id they get, and what every step mounts. */
export interface KaleVolumes {
  nodes: Record<string, ContainerNode>;
  mounts: NonNullable<Kubernetes['pvcMount']>;
}

/**
 * Claims that are there are mounted by name; a new one is made by a step of its own, which the backend knows by its
 * image (`CreatePVC` of kfp-kubernetes), for many readers and writers as Kale asks.
 */
export function kaleVolumes(volumes: readonly KaleVolume[], newId: (title: string) => string): KaleVolumes {
  const found: KaleVolumes = { nodes: {}, mounts: [] };
  for (const { name, mountPath, type, size } of volumes) {
    if (type === 'pvc') {
      found.mounts.push({ pvcName: name, mountPath });
    } else {
      const title = `Create ${name}`;
      const id = newId(title);
      found.nodes[id] = createVolume(title, name, size);
      found.mounts.push({ pvcName: { node: id, output: 'name' }, mountPath });
    }
  }
  return found;
}

const createVolume = (title: string, name: string, size = '5Gi'): ContainerNode => ({
  kind: 'container',
  title,
  image: 'argostub/createpvc',
  inputs: {
    access_modes: { type: 'list', from: { value: ['ReadWriteMany'] } },
    pvc_name_suffix: { type: 'string', optional: true, from: { value: `-${name}` } },
    size: { type: 'string', from: { value: size } },
    storage_class_name: { type: 'string', optional: true, default: '' }
  },
  outputs: { name: { type: 'string' } }
});
