import type { Label } from '../field';

/** What a setting of Kubernetes is called, as Kubernetes calls it, with an example of its value. */
export interface Words {
  label: Label;
  example?: string;
}

/** Words for every setting inside those that are edited by their schema; a new one needs its line here. */
export const WORDS: Readonly<Record<string, Words>> = {
  secretName: { label: trans => trans.__('Secret'), example: 'registry-login' },
  configMapName: { label: trans => trans.__('Config map'), example: 'settings' },
  mountPath: { label: trans => trans.__('Mount path'), example: '/mnt/data' },
  optional: { label: trans => trans.__('Optional: may be missing') },
  keyToEnv: { label: trans => trans.__('Keys') },
  secretKey: { label: trans => trans.__('Key'), example: 'password' },
  configMapKey: { label: trans => trans.__('Key'), example: 'level' },
  envVar: { label: trans => trans.__('Environment variable'), example: 'PASSWORD' },
  pvcName: { label: trans => trans.__('Persistent volume claim'), example: 'datasets' },
  subPath: { label: trans => trans.__('Sub-path'), example: 'train' },
  volumeName: { label: trans => trans.__('Volume name'), example: 'scratch' },
  medium: { label: trans => trans.__('Medium'), example: 'Memory' },
  sizeLimit: { label: trans => trans.__('Size limit'), example: '1Gi' },
  accessModes: { label: trans => trans.__('Access modes'), example: 'ReadWriteOnce' },
  size: { label: trans => trans.__('Size'), example: '10Gi' },
  defaultStorageClass: { label: trans => trans.__('Default storage class') },
  storageClassName: { label: trans => trans.__('Storage class'), example: 'fast-ssd' },
  metadata: { label: trans => trans.__('Metadata') },
  labels: { label: trans => trans.__('Labels') },
  annotations: { label: trans => trans.__('Annotations') },
  key: { label: trans => trans.__('Key'), example: 'nvidia.com/gpu' },
  operator: { label: trans => trans.__('Operator') },
  value: { label: trans => trans.__('Value') },
  values: { label: trans => trans.__('Values') },
  effect: { label: trans => trans.__('Effect'), example: 'NoSchedule' },
  tolerationSeconds: { label: trans => trans.__('Toleration seconds'), example: '300' },
  matchExpressions: { label: trans => trans.__('Match expressions') },
  matchFields: { label: trans => trans.__('Match fields') },
  weight: { label: trans => trans.__('Weight'), example: '1 to 100; empty: required' },
  matchPodExpressions: { label: trans => trans.__('Match pod expressions') },
  matchPodLabels: { label: trans => trans.__('Match pod labels') },
  topologyKey: { label: trans => trans.__('Topology key'), example: 'kubernetes.io/hostname' },
  namespaces: { label: trans => trans.__('Namespaces') },
  matchNamespaceExpressions: { label: trans => trans.__('Match namespace expressions') },
  matchNamespaceLabels: { label: trans => trans.__('Match namespace labels') },
  anti: { label: trans => trans.__('Anti-affinity') },
  runAsUser: { label: trans => trans.__('Run as user'), example: '1000' },
  runAsGroup: { label: trans => trans.__('Run as group'), example: '1000' },
  runAsNonRoot: { label: trans => trans.__('Run as non-root') },
  name: { label: trans => trans.__('Name') },
  fieldPath: { label: trans => trans.__('Field path'), example: 'metadata.name' },
  image: { label: trans => trans.__('Image'), example: 'busybox:1.36' },
  command: { label: trans => trans.__('Command') },
  args: { label: trans => trans.__('Arguments') },
  env: { label: trans => trans.__('Environment variables') },
  volumeMounts: { label: trans => trans.__('Volume mounts') },
  restartPolicy: { label: trans => trans.__('Restart policy'), example: 'Always' },
  resources: { label: trans => trans.__('Resources') },
  requests: { label: trans => trans.__('Requests'), example: '1' },
  limits: { label: trans => trans.__('Limits'), example: '2' }
};
