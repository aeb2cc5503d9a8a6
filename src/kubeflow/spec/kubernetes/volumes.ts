import { type Static } from 'typebox';
import { flag, map, message, text, texts } from '../protobuf';
import { ParameterSource, TaskOutputParameter } from '../task-inputs';

export const PodMetadata = message({ labels: map(text), annotations: map(text) });
export type PodMetadata = Static<typeof PodMetadata>;

/** The first three are deprecated; servers before 2.12 read nothing else. */
export const PvcMount = message(
  {
    taskOutputParameter: TaskOutputParameter,
    constant: text,
    componentInputParameter: text,
    mountPath: text,
    pvcNameParameter: ParameterSource,
    subPath: text
  },
  { oneofs: [['taskOutputParameter', 'constant', 'componentInputParameter']] }
);
export type PvcMount = Static<typeof PvcMount>;

export const GenericEphemeralVolume = message({
  volumeName: text,
  mountPath: text,
  accessModes: texts,
  size: text,
  defaultStorageClass: flag,
  storageClassName: text,
  metadata: PodMetadata
});
export type GenericEphemeralVolume = Static<typeof GenericEphemeralVolume>;

export const EmptyDirMount = message({ volumeName: text, mountPath: text, medium: text, sizeLimit: text });
export type EmptyDirMount = Static<typeof EmptyDirMount>;

/** The backend reads it nowhere: an empty dir of medium Memory does it. */
export const EnabledSharedMemory = message({ volumeName: text, size: text });
export type EnabledSharedMemory = Static<typeof EnabledSharedMemory>;
