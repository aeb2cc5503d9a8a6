import { dynamicElements, hasPlaceholder } from './placeholders';
import type { TaskRow } from './row';
import { itemOf, producer, producers } from './sources';

const OUTPUT_FILE = /\{\{\$\.outputs\.output_\w+\}\}/;
const COMPLETED = 'ALL_UPSTREAM_TASKS_COMPLETED';

/** What the SDK's local runner does not do. */
export const LOCAL_ROWS: readonly TaskRow[] = [
  {
    id: 'local-platform',
    what: 'settings of its pod',
    local: 'ignored',
    why: 'a local run starts no pod',
    source: 'sdk/python/kfp/local',
    field: 'kubernetes',
    inTask: ({ kubernetes }) => Object.keys(kubernetes).length > 0
  },
  {
    id: 'local-resources',
    what: 'amounts of CPU, memory or accelerators',
    local: 'ignored',
    why: 'a local run uses this machine as it is',
    source: 'sdk/python/kfp/local',
    field: 'resources',
    inTask: ({ container }) => Object.keys(container?.resources ?? {}).length > 0
  },
  {
    id: 'local-container',
    what: 'a container that is no Python component',
    local: 'ignored',
    why: 'it runs in Docker alone, not as a process',
    fix: 'Run it on a cluster, or with the Docker runner.',
    source: 'sdk/python/kfp/local/subprocess_task_handler.py',
    field: 'command',
    inTask: ({ container }) =>
      container !== undefined &&
      ![...(container.command ?? []), ...(container.args ?? [])].some(text =>
        text.includes('kfp.dsl.executor_main')
      )
  },
  {
    id: 'local-dependency',
    what: 'outputs of a task that it does not list among those before it',
    local: 'fails',
    why: 'the local runner orders tasks by that list alone',
    fix: 'Let the node run after the other.',
    source: 'sdk/python/kfp/local/graph_utils.py',
    field: 'after',
    inTask: place => {
      const listed = new Set(place.task.dependentTasks ?? []);
      return producers(place).some(name => !listed.has(name));
    }
  },
  {
    id: 'local-component-name',
    what: 'a component whose name does not begin with comp-',
    local: 'fails',
    why: 'the local runner cuts five letters off blindly',
    fix: 'Clear the names that the import kept.',
    source: 'sdk/python/kfp/local',
    field: 'names',
    inTask: ({ task }) => !task.componentRef?.name?.startsWith('comp-')
  },
  {
    id: 'local-exit-task',
    what: 'going on after failures without reading how they ended',
    local: 'ignored',
    why: 'only tasks with an input of the type taskStatus run after a failure',
    fix: 'Give the step an input of the type taskStatus.',
    source: '#12511, #13331',
    field: 'ignoreUpstreamFailure',
    inTask: ({ task }) =>
      task.triggerPolicy?.strategy === COMPLETED &&
      !Object.values(task.inputs?.parameters ?? {}).some(({ taskFinalStatus }) => taskFinalStatus)
  },
  {
    id: 'local-loop-output',
    what: 'a loop over an output that is not called Output',
    local: 'fails',
    why: 'the local runner looks for that name alone',
    fix: 'Call the output Output, or loop over a parameter.',
    source: '#12511',
    field: 'items',
    inTask: ({ task }) => {
      const input = task.parameterIterator?.items?.inputParameter ?? '';
      const from = task.inputs?.parameters?.[input]?.taskOutputParameter;
      return from !== undefined && from.outputParameterKey !== 'Output';
    }
  },
  {
    id: 'local-optional-group-input',
    what: 'optional inputs of a sub-pipeline that nothing feeds',
    local: 'fails',
    why: 'the local runner knows no value for them',
    fix: 'Feed them all, by constants where need be.',
    source: 'sdk/python/kfp/local',
    field: 'inputs',
    inTask: ({ task, component }) =>
      component?.dag !== undefined &&
      Object.entries(component.inputDefinitions?.parameters ?? {}).some(
        ([name, { defaultValue }]) =>
          defaultValue === undefined && name !== itemOf(task) && !task.inputs?.parameters?.[name]
      )
  },
  {
    id: 'local-nested-collected',
    what: 'artifacts of a loop within a loop, as a list',
    local: 'fails',
    why: 'the local runner does not flatten lists of lists',
    fix: 'Give parameters from the inner loop, such as URIs.',
    source: '#12511',
    field: 'inputs',
    inTask: place =>
      Object.values(place.task.inputs?.artifacts ?? {}).some(({ taskOutputArtifact: from }) => {
        const outer = place.parent.dag?.tasks?.[from?.producerTask ?? ''];
        const dag = producer(place, from?.producerTask ?? '')?.dag;
        const [selector] = dag?.outputs?.artifacts?.[from?.outputArtifactKey ?? '']?.artifactSelectors ?? [];
        return (
          outer?.parameterIterator !== undefined &&
          dag?.tasks?.[selector?.producerSubtask ?? '']?.parameterIterator !== undefined
        );
      })
  },
  {
    id: 'local-dynamic-image',
    what: 'an image that a parameter names',
    local: 'ignored',
    why: 'images play no part, and Docker takes the placeholder for a name',
    fix: 'Write the image itself.',
    source: 'sdk/python/kfp/local/task_dispatcher.py',
    field: 'image',
    inTask: ({ container }) => hasPlaceholder(container?.image)
  },
  {
    id: 'local-output-file',
    what: 'a placeholder of the file of all outputs',
    local: 'fails',
    why: 'the local runner does not know it',
    fix: 'Name single outputs.',
    source: 'sdk/python/kfp/local/placeholder_utils.py',
    field: 'args',
    inTask: ({ container }) => dynamicElements(container).some(({ text }) => OUTPUT_FILE.test(text))
  },
  {
    id: 'local-artifact-list',
    what: 'a whole list of artifacts in its command line',
    local: 'fails',
    why: 'the local runner fills in single artifacts alone',
    fix: 'Loop over the list.',
    source: 'sdk/python/kfp/local/placeholder_utils.py',
    field: 'args',
    inTask: ({ container, component }) =>
      dynamicElements(container).some(({ text }) =>
        Object.entries(component?.inputDefinitions?.artifacts ?? {}).some(
          ([name, { isArtifactList }]) => isArtifactList && text.includes(`{{$.inputs.artifacts['${name}']`)
        )
      )
  }
];
