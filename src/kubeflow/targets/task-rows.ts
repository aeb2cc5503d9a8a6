import { constants } from './placeholders';
import type { TaskPlace } from './places';
import type { TaskRow } from './row';
import { itemOf, producers } from './sources';

/** Tasks, groups and what passes between them. */
export const GROUP_ROWS: readonly TaskRow[] = [
  {
    id: 'artifact-iterator',
    what: 'a loop over artifacts',
    argo: 'rejected',
    why: 'artifact iterators are not implemented',
    fix: 'Loop over their URIs or over numbers, and pick the artifact in the step.',
    source: '#12033',
    field: 'items',
    inTask: ({ task }) => task.artifactIterator !== undefined
  },
  {
    id: 'conditional-importer',
    what: 'a condition on an importer itself',
    argo: 'rejected',
    why: 'importers take no condition',
    fix: 'Put the importer into a branch.',
    source: 'backend/src/v2/compiler/argocompiler/dag.go',
    field: 'kept',
    inTask: ({ task, executor }) =>
      executor?.importer !== undefined && task.triggerPolicy?.condition !== undefined
  },
  {
    id: 'importer-in-loop',
    what: 'an importer in a loop',
    argo: 'fails',
    why: 'its driver does not know the iteration',
    fix: 'Import before the loop, or read the URI in a step.',
    source: '#10860',
    field: 'uri',
    inTask: ({ executor, around }) => executor?.importer !== undefined && around.some(isLoop)
  },
  {
    id: 'importer-retry',
    what: 'retries of an importer',
    argo: 'ignored',
    why: 'importers are not tried again',
    fix: 'Take the retries away.',
    source: '#14246',
    field: 'retry',
    inTask: ({ task, executor }) => executor?.importer !== undefined && task.retryPolicy !== undefined
  },
  {
    id: 'download-to-workspace',
    what: 'a download to the workspace',
    since: 'kfp-2.15',
    argo: 'ignored',
    why: 'its importer does not know it',
    fix: 'Copy the artifact in a step.',
    source: '#12353',
    field: 'downloadToWorkspace',
    inTask: ({ executor }) => executor?.importer?.downloadToWorkspace === true
  },
  {
    id: 'missing-workspace',
    what: 'the workspace, which the spec does not configure',
    argo: 'fails',
    local: 'fails',
    why: 'there is no workspace to use',
    fix: 'Give the pipeline a workspace with a size.',
    source: '#11921, #12353',
    field: 'downloadToWorkspace',
    inTask: place =>
      place.config.workspace === undefined &&
      (place.executor?.importer?.downloadToWorkspace === true ||
        constants(place).some(text => text.includes('{{$.workspace_path}}')))
  },
  {
    id: 'collected',
    what: 'what the iterations of a loop give, as a list',
    since: 'kfp-2.14',
    argo: 'fails',
    why: 'outputs of loops are not collected',
    fix: 'Let the iterations write to storage, and read it after the loop.',
    source: '#11725',
    field: 'inputs',
    inTask: place =>
      producers(place).some(name => {
        const { parameterIterator, artifactIterator } = place.parent.dag?.tasks?.[name] ?? {};
        return parameterIterator !== undefined || artifactIterator !== undefined;
      })
  },
  {
    id: 'final-status',
    what: 'how another task ended',
    since: 'kfp-2.14',
    argo: 'rejected',
    why: 'the final status of tasks is not supported',
    fix: 'Take the input away.',
    source: '#11953, #11641',
    field: 'inputs',
    inTask: ({ task }) =>
      Object.values(task.inputs?.parameters ?? {}).some(({ taskFinalStatus }) => taskFinalStatus)
  },
  {
    id: 'display-name',
    what: 'a title that is not the name of its task, and outputs that others read',
    since: 'kfp-2.14',
    argo: 'fails',
    why: 'it looks outputs up by the title',
    fix: 'Give the node its task name as the title.',
    source: '#11173, #11938',
    field: 'title',
    inTask: ({ name, task, parent }) =>
      task.taskInfo?.name !== undefined && task.taskInfo.name !== name && readNames(parent).has(name)
  },
  {
    id: 'group-retry',
    what: 'retries of a sub-pipeline',
    since: 'kfp-2.14',
    argo: 'ignored',
    why: 'only single steps are tried again',
    fix: 'Let the steps inside be tried again.',
    source: '#11908',
    field: 'retry',
    inTask: ({ task, component }) => component?.dag !== undefined && task.retryPolicy !== undefined
  },
  {
    id: 'optional-group-input',
    what: 'optional inputs of a sub-pipeline that nothing feeds',
    since: 'kfp-2.14',
    argo: 'fails',
    why: 'what is inside finds no such input',
    fix: 'Feed them all, by constants where need be.',
    source: '#11957, #11980',
    field: 'inputs',
    inTask: ({ task, component }) =>
      component?.dag !== undefined &&
      Object.keys(component.inputDefinitions?.parameters ?? {}).some(
        name => name !== itemOf(task) && !task.inputs?.parameters?.[name]
      )
  },
  {
    id: 'loop-in-exit-handler',
    what: 'a loop in an exit handler whose exit step reads how it ended',
    since: 'kfp-2.17',
    argo: 'ignored',
    why: 'the status stays "running" although the loop has ended',
    fix: 'Put the loop into a sub-pipeline beside the exit handler, or do not rely on the status.',
    source: '#11979, #12390, #13321',
    field: 'items',
    inTask: place => isLoop(place) && place.around.some(group => statusReaders(group.parent).has(group.name))
  },
  {
    id: 'one-of-artifacts',
    what: 'one-of outputs that are artifacts',
    since: 'kfp-2.17',
    argo: 'fails',
    local: 'fails',
    why: 'always the last branch is read, also when it was skipped',
    fix: 'Give a parameter from each branch, such as the URI.',
    source: '#13436, #13437, #10850',
    field: 'outputs',
    inTask: ({ component }) =>
      Object.values(component?.dag?.outputs?.artifacts ?? {}).some(
        ({ artifactSelectors = [] }) => artifactSelectors.length > 1
      )
  },
  {
    id: 'cache-key',
    what: 'a cache key',
    since: 'kfp-2.18',
    argo: 'ignored',
    why: 'it is read by no code there, so results are reused by image, command and inputs',
    fix: 'Put what tells runs apart into an input.',
    source: '#11434, #13762',
    field: 'cacheKey',
    inTask: ({ task }) => Boolean(task.cachingOptions?.cacheKey)
  },
  {
    id: 'task-config',
    what: 'settings of the pod passed to the program (taskConfigPassthroughs)',
    since: 'kfp-2.15',
    known: 'kfp-2.15',
    argo: 'rejected',
    local: 'ignored',
    why: 'its API knows no such field',
    source: '#12185',
    field: 'kept',
    inTask: ({ component }) => Boolean(component?.taskConfigPassthroughs?.length)
  },
  {
    id: 'literals',
    what: 'an input that takes certain values alone (literals)',
    since: 'kfp-2.16',
    known: 'kfp-2.16',
    argo: 'rejected',
    local: 'ignored',
    why: 'its API knows no such field',
    source: '#12607',
    field: 'kept',
    inTask: ({ component }) =>
      Object.values(component?.inputDefinitions?.parameters ?? {}).some(({ literals }) => literals?.length)
  },
  {
    id: 'component-platform',
    what: 'settings of a platform within a component (singlePlatformSpecs)',
    argo: 'ignored',
    local: 'ignored',
    why: 'Vertex AI alone reads them',
    source: 'pipeline_spec.proto',
    field: 'kept',
    inTask: ({ component }) => Boolean(component?.singlePlatformSpecs?.length)
  },
  {
    id: 'pvc-data-source',
    what: 'a data source for a new volume claim',
    since: 'kfp-2.17',
    argo: 'ignored',
    why: 'claims are made empty',
    fix: 'Fill the volume in a step.',
    source: '#12696',
    field: 'inputs.data_source',
    inTask: ({ container, task }) =>
      container?.image === 'argostub/createpvc' && task.inputs?.parameters?.data_source !== undefined
  }
];

const isLoop = ({ task }: TaskPlace) =>
  task.parameterIterator !== undefined || task.artifactIterator !== undefined;

const readIn = new WeakMap<object, Set<string>>();

/** Names of the tasks whose outputs others of the same DAG read, or the DAG gives on. */
function readNames(parent: TaskPlace['parent']): Set<string> {
  const known = readIn.get(parent);
  if (known) {
    return known;
  }
  const { tasks = {}, outputs = {} } = parent.dag ?? {};
  const names = new Set<string>();
  Object.values(tasks).forEach(({ inputs }) => {
    Object.values(inputs?.parameters ?? {}).forEach(({ taskOutputParameter: from }) =>
      names.add(from?.producerTask ?? '')
    );
    Object.values(inputs?.artifacts ?? {}).forEach(({ taskOutputArtifact: from }) =>
      names.add(from?.producerTask ?? '')
    );
  });
  Object.values(outputs.parameters ?? {}).forEach(({ valueFromParameter, valueFromOneof }) =>
    [valueFromParameter, ...(valueFromOneof?.parameterSelectors ?? [])].forEach(from =>
      names.add(from?.producerSubtask ?? '')
    )
  );
  Object.values(outputs.artifacts ?? {}).forEach(({ artifactSelectors = [] }) =>
    artifactSelectors.forEach(from => names.add(from.producerSubtask ?? ''))
  );
  readIn.set(parent, names);
  return names;
}

/** Names of the tasks whose end others of the same DAG read. */
function statusReaders({ dag }: TaskPlace['parent']): Set<string> {
  const all = Object.values(dag?.tasks ?? {}).flatMap(({ inputs }) =>
    Object.values(inputs?.parameters ?? {})
  );
  return new Set(all.flatMap(({ taskFinalStatus }) => taskFinalStatus?.producerTask ?? []));
}
