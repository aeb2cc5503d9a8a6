/** Releases of Kubeflow Pipelines that a spec can be written for, and the runner of the SDK. */
export const TARGETS = [
  'kfp-2.5',
  'kfp-2.14',
  'kfp-2.15',
  'kfp-2.16',
  'kfp-2.17',
  'kfp-2.18',
  'local'
] as const;
export type Target = (typeof TARGETS)[number];
export const DEFAULT_TARGET: Target = 'kfp-2.16';
