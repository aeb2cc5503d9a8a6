import type { PipelineRow } from './row';

/** What a pipeline as a whole says. */
export const WHOLE_ROWS: readonly PipelineRow[] = [
  {
    id: 'schema-version',
    what: 'a schema version other than 2.1.0',
    argo: 'rejected',
    why: 'the server takes 2.1.0 alone',
    fix: 'Compile the pipeline anew.',
    source: 'backend/src/apiserver/template',
    field: 'imported',
    inPipeline: ({ spec }) => spec.schemaVersion !== '2.1.0'
  },
  {
    id: 'parameter-without-type',
    what: 'a parameter without a type',
    argo: 'rejected',
    why: 'the server takes no value for it',
    fix: 'Give the parameter a type.',
    source: 'backend/src/apiserver/template',
    field: 'parameters',
    inPipeline: ({ spec }) =>
      Object.values(spec.root.inputDefinitions?.parameters ?? {}).some(
        ({ parameterType = 'PARAMETER_TYPE_ENUM_UNSPECIFIED' }) =>
          parameterType === 'PARAMETER_TYPE_ENUM_UNSPECIFIED'
      )
  },
  {
    id: 'pipeline-literals',
    what: 'a parameter that takes certain values alone (literals)',
    since: 'kfp-2.16',
    known: 'kfp-2.16',
    argo: 'rejected',
    local: 'ignored',
    why: 'its API knows no such field',
    source: '#12607',
    field: 'parameters',
    inPipeline: ({ spec }) =>
      Object.values(spec.root.inputDefinitions?.parameters ?? {}).some(({ literals }) => literals?.length)
  },
  {
    id: 'root-artifact-input',
    what: 'an artifact as a parameter',
    argo: 'fails',
    local: 'fails',
    why: 'a run starts with parameters alone',
    fix: 'Import the artifact by its URI.',
    source: 'backend/src/apiserver/template, kfp.local',
    field: 'parameters',
    inPipeline: ({ spec }) =>
      Object.values(spec.root.inputDefinitions?.artifacts ?? {}).some(({ isOptional }) => !isOptional)
  },
  {
    id: 'workspace-storage-class',
    what: 'an empty storage class for its workspace',
    argo: 'rejected',
    why: 'the server takes none that is empty',
    fix: 'Name a storage class, or leave it out for the default.',
    source: '#11982',
    field: 'config.workspace',
    inPipeline: ({ config }) => config.workspace?.kubernetes?.pvcSpecPatch?.storageClassName === ''
  },
  {
    id: 'workspace-access-modes',
    what: 'a workspace without access modes',
    argo: 'ignored',
    why: 'the run fails unless the server has a default for them',
    fix: 'Give the volume claim accessModes, such as ReadWriteMany.',
    source: '#11982',
    field: 'config.workspace',
    inPipeline: ({ config }) =>
      config.workspace !== undefined && config.workspace.kubernetes?.pvcSpecPatch?.accessModes === undefined
  },
  {
    id: 'local-single-component',
    what: 'a task with the name of the pipeline, among others',
    local: 'fails',
    why: 'that one component is run instead of the pipeline',
    fix: 'Give the pipeline another name.',
    source: 'sdk/python/kfp/components/load_yaml_utilities.py',
    field: 'name',
    inPipeline: ({ spec }) =>
      Object.keys(spec.root.dag?.tasks ?? {}).length > 1 &&
      spec.deploymentSpec?.executors?.[`exec-${spec.pipelineInfo.name}`] !== undefined
  }
];
