import { type Static } from 'typebox';
import { flag, list, message, text } from '../protobuf';
import { ParameterSource } from '../task-inputs';

/* The plain names are deprecated; servers before 2.12 read nothing else. */

export const SecretAsVolume = message({
  secretName: text,
  mountPath: text,
  optional: flag,
  secretNameParameter: ParameterSource
});
export type SecretAsVolume = Static<typeof SecretAsVolume>;

export const SecretAsEnv = message({
  secretName: text,
  keyToEnv: list(message({ secretKey: text, envVar: text })),
  optional: flag,
  secretNameParameter: ParameterSource
});
export type SecretAsEnv = Static<typeof SecretAsEnv>;

export const ConfigMapAsVolume = message({
  configMapName: text,
  mountPath: text,
  optional: flag,
  configMapNameParameter: ParameterSource
});
export type ConfigMapAsVolume = Static<typeof ConfigMapAsVolume>;

export const ConfigMapAsEnv = message({
  configMapName: text,
  keyToEnv: list(message({ configMapKey: text, envVar: text })),
  configMapNameParameter: ParameterSource,
  optional: flag
});
export type ConfigMapAsEnv = Static<typeof ConfigMapAsEnv>;

export const ImagePullSecret = message({ secretName: text, secretNameParameter: ParameterSource });
export type ImagePullSecret = Static<typeof ImagePullSecret>;
