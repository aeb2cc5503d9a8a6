export { DEFAULT_IMAGE } from './cells';
export { compile, compiling } from './compile';
export * from './compiled';
export { finish } from './finish';
export { durationSeconds } from './duration';
export {
  type ImportedSpec,
  type ImportNote,
  type ImportOptions,
  type ImportReport,
  importSpec,
  type PythonSource,
  pythonSource,
  SpecImportError
} from './import';
export { stepNames } from './lower/step-names';
export { kubernetesName, type StepNames } from './names';
export { KubernetesExecutorConfig, PipelineSpec, PlatformSpec } from './spec';
export type {
  ComponentSpec,
  ContainerSpec,
  DagSpec,
  ExecutorSpec,
  ImporterSpec,
  SpecFault,
  SpecFile,
  TaskSpec
} from './spec';
export { validateSpec } from './spec';
export { pathText } from './spec-path';
export * from './target';
export { type Fate, fateOf, release, type Row, ROWS, type Unhonoured, unhonoured } from './targets';
export { taskNodes } from './task-nodes';
export { type CrdOptions, readSpec, SpecFileError, writeCrd, writeSpec } from './yaml';
