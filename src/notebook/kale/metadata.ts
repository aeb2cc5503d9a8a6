import type { KaleLoss, KalePipeline, KaleVolume } from './kale';
import { noSettings, readSetting } from './tags';

type FromMetadata = Pick<KalePipeline, 'name' | 'description' | 'image' | 'volumes' | 'defaults' | 'lost'>;

/** Fields that have no place in a pipeline, and what of them. Those that Kale alone needs say nothing. */
const LOST: Readonly<Record<string, string>> = {
  experiment: 'is chosen when a run is started',
  experiment_name: 'is chosen when a run is started',
  katib_run: 'asks Katib to tune the parameters',
  snapshot_volumes: 'asks for snapshots of volumes',
  autosnapshot: 'asks for snapshots of volumes',
  storage_class_name: 'names the storage class of new volumes',
  volume_access_mode: 'names the access mode of new volumes',
  kfp_host: 'names the server of Kubeflow'
};
const READ = [
  'pipeline_name',
  'pipeline_description',
  'docker_image',
  'base_image',
  'volumes',
  'steps_defaults'
];
/** They matter to Kale's own storage and side bar. */
const SILENT = [
  'notebook_path',
  'abs_working_dir',
  'marshal_volume',
  'marshal_path',
  'katib_metadata',
  'output_path'
];

/** Reads `metadata.kubeflow_notebook` of a notebook. */
export function readMetadata(metadata: Readonly<Record<string, unknown>>): FromMetadata {
  const lost: KaleLoss[] = [];
  const lose = (message: string): void => void lost.push({ message });
  const text = (...keys: string[]): string | undefined =>
    keys
      .map(key => metadata[key])
      .find((value): value is string => typeof value === 'string' && value !== '');
  const defaults = noSettings();
  for (const tag of listOf(metadata.steps_defaults)) {
    if (typeof tag !== 'string' || !readSetting(defaults, tag)) {
      lose(`steps_defaults: ${said(tag)} cannot be read.`);
    }
  }
  const volumes = listOf(metadata.volumes).flatMap(volume => readVolume(volume, lose));
  let experiment = false;
  for (const [key, value] of Object.entries(metadata)) {
    const isUnset =
      value === '' || value === false || value === null || (Array.isArray(value) && value.length === 0);
    if (isUnset || READ.includes(key) || SILENT.includes(key)) {
      continue;
    }
    if (key.startsWith('experiment')) {
      const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : value;
      if (!experiment && name !== '') {
        lose(`The experiment ${said(name)} ${LOST.experiment}.`);
      }
      experiment = true;
    } else {
      lose(`${key} (${said(value)}) ${LOST[key] ?? 'has no place in a pipeline'}.`);
    }
  }
  return {
    name: text('pipeline_name'),
    description: text('pipeline_description'),
    image: text('docker_image', 'base_image'),
    volumes,
    defaults,
    lost
  };
}

function readVolume(volume: unknown, lose: (message: string) => void): KaleVolume[] {
  const {
    name,
    mount_point: mountPath,
    type,
    size,
    size_type: unit,
    snapshot,
    annotations
  } = recordOf(volume);
  const isKnown = type === 'pvc' || type === 'new_pvc';
  if (!isKnown || typeof name !== 'string' || typeof mountPath !== 'string') {
    lose(`The volume ${said(name ?? volume)} of type ${said(type)} is not mounted.`);
    return [];
  }
  if (snapshot === true) {
    lose(`No snapshot is taken of the volume ${said(name)}.`);
  }
  if (listOf(annotations).some(one => recordOf(one).key)) {
    lose(`The annotations of the volume ${said(name)} are not set.`);
  }
  const hasSize = typeof size === 'number' || typeof size === 'string';
  return [
    { name, mountPath, type, ...(hasSize && { size: `${size}${typeof unit === 'string' ? unit : ''}` }) }
  ];
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const said = (value: unknown): string =>
  typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? 'nothing');
