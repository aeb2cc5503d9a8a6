import type { Compiled } from '../../compiled';
import type {
  ComponentSpec,
  ExecutorSpec,
  KubernetesExecutorConfig,
  PipelineConfig,
  PipelineSpec,
  TaskSpec
} from '../../spec';
import { pathText, taskPath } from '../../spec-path';

export type Documents = Pick<Compiled, 'spec' | 'platform' | 'sourceMap'>;

/** A task `a` of one step, with whatever else is given. */
export interface Parts {
  task?: TaskSpec;
  component?: ComponentSpec;
  executor?: ExecutorSpec;
  kubernetes?: KubernetesExecutorConfig;
  config?: PipelineConfig;
  /** Other tasks, components and executors. */
  tasks?: Record<string, TaskSpec>;
  components?: Record<string, ComponentSpec>;
  executors?: Record<string, ExecutorSpec>;
  root?: ComponentSpec;
  spec?: Partial<PipelineSpec>;
}

/** A sound step, as the local runner takes it too. */
export const CONTAINER = {
  image: 'python:3.12',
  command: ['python3', '-m', 'x'],
  args: ['kfp.dsl.executor_main']
};
const EXECUTOR: ExecutorSpec = { container: CONTAINER };

/** A spec of one task `a`, changed by the parts. */
export function documents(parts: Parts = {}): Documents {
  const task: TaskSpec = {
    componentRef: { name: 'comp-a' },
    ...parts.task
  };
  const tasks = { a: task, ...parts.tasks };
  const components: Record<string, ComponentSpec> = {
    'comp-a': { executorLabel: 'exec-a', ...parts.component },
    ...parts.components
  };
  const spec: PipelineSpec = {
    pipelineInfo: { name: 'demo' },
    schemaVersion: '2.1.0',
    deploymentSpec: { executors: { 'exec-a': parts.executor ?? EXECUTOR, ...parts.executors } },
    components,
    root: { ...parts.root, dag: { tasks, ...parts.root?.dag } },
    ...parts.spec
  };
  const sourceMap = Object.fromEntries([
    ...Object.keys(tasks).map(name => [pathText(taskPath({ task: name })), { node: `node of ${name}` }]),
    ...Object.entries(components).flatMap(([dag, component]) =>
      Object.keys(component.dag?.tasks ?? {}).map(name => [
        pathText(taskPath({ dag, task: name })),
        { node: `node of ${name}` }
      ])
    )
  ]) as Compiled['sourceMap'];
  const kubernetes = {
    ...(parts.kubernetes && { deploymentSpec: { executors: { 'exec-a': parts.kubernetes } } }),
    ...(parts.config && { pipelineConfig: parts.config })
  };
  return { spec, platform: { platforms: { kubernetes } }, sourceMap };
}

/** The same with other settings of the container. */
export const container = (settings: ExecutorSpec['container']): Parts => ({
  executor: { container: { ...CONTAINER, ...settings } }
});
const args = (...texts: string[]) => container({ args: [...CONTAINER.args, ...texts] });
const constant = (value: unknown) => ({ runtimeValue: { constant: value } }) as const;
const given = (value: unknown): Parts => ({ task: { inputs: { parameters: { x: constant(value) } } } });
const from = (task: string, key = 'Output') => ({
  taskOutputParameter: { producerTask: task, outputParameterKey: key }
});
const artifactFrom = (task: string) => ({
  taskOutputArtifact: { producerTask: task, outputArtifactKey: 'o' }
});
const IMPORTER: ExecutorSpec = { importer: { artifactUri: constant('s3://b/x').runtimeValue } };
const RETRY = { maxRetryCount: 2 };
const READER = { 'comp-b': { executorLabel: 'exec-b' } };
const ONE = { parameters: { x: { parameterType: 'STRING' as const } } };
const loop = { items: { raw: '[1]' }, itemInput: 'i' };
const reads = (name: string, listed = [name]): Record<string, TaskSpec> => ({
  b: { componentRef: { name: 'comp-b' }, dependentTasks: listed, inputs: { parameters: { y: from(name) } } }
});
const other = { components: READER, executors: { 'exec-b': EXECUTOR } };
const inGroup = (group: TaskSpec, component: string, dag: ComponentSpec['dag']): Parts => ({
  task: { ...group, componentRef: { name: 'comp-g' } },
  components: { 'comp-g': { dag }, [component]: { executorLabel: 'exec-a' } }
});
const image = (name: string): Parts => container({ image: name });
const PLACEHOLDER = "{{$.inputs.parameters['x']}}";

/** For each row a spec that breaks it, and the task that does; without a task, the pipeline does. */
export const CASES: Record<string, { parts: Parts; task?: string }> = {
  resolver: { parts: { executor: { resolver: {} } }, task: 'a' },
  'custom-job': { parts: { executor: { customJob: {} } }, task: 'a' },
  'container-without-command': { parts: { executor: { container: { image: 'a' } } }, task: 'a' },
  lifecycle: { parts: container({ lifecycle: {} }), task: 'a' },
  'placeholder-as-program': { parts: container({ command: [PLACEHOLDER] }), task: 'a' },
  'placeholder-in-env': { parts: container({ env: [{ name: 'A', value: PLACEHOLDER }] }), task: 'a' },
  concat: { parts: args('{"Concat": ["a", "b"]}'), task: 'a' },
  'if-present': { parts: args('{"IfPresent": {"InputName": "x", "Then": "b"}}'), task: 'a' },
  'if-present-artifact': {
    parts: {
      ...args('{"IfPresent": {"InputName": "m", "Then": "b"}}'),
      component: { inputDefinitions: { artifacts: { m: {} } } }
    },
    task: 'a'
  },
  'if-present-output': {
    parts: args('{"IfPresent": {"InputName": "x", "Then": "{{$.outputs.parameters[\'y\'].output_file}}"}}'),
    task: 'a'
  },
  'unfilled-placeholder': { parts: args("{{$.inputs.artifacts['m'].metadata['k']}}"), task: 'a' },
  'embedded-job-placeholder': { parts: given('run-{{$.pipeline_job_name}}'), task: 'a' },
  'embedded-image-placeholder': { parts: image(`repo/${PLACEHOLDER}:1`), task: 'a' },
  'embedded-amount-placeholder': {
    parts: container({ resources: { resourceMemoryLimit: `${PLACEHOLDER}Gi` } }),
    task: 'a'
  },
  'number-as-amount': {
    parts: {
      ...container({ resources: { resourceCpuLimit: PLACEHOLDER } }),
      task: { inputs: { parameters: { x: { componentInputParameter: 'cpus' } } } },
      root: { inputDefinitions: { parameters: { cpus: { parameterType: 'NUMBER_INTEGER' } } } }
    },
    task: 'a'
  },
  'accelerator-without-type': {
    parts: container({ resources: { accelerator: { resourceCount: '1' } } }),
    task: 'a'
  },
  'vertex-accelerator': {
    parts: container({ resources: { accelerator: { resourceType: 'NVIDIA_TESLA_T4' } } }),
    task: 'a'
  },
  'run-as-root': { parts: { kubernetes: { securityContext: { runAsUser: '0' } } }, task: 'a' },
  'artifact-iterator': { parts: { task: { artifactIterator: {} } }, task: 'a' },
  'conditional-importer': {
    parts: { executor: IMPORTER, task: { triggerPolicy: { condition: 'true' } } },
    task: 'a'
  },
  'importer-in-loop': {
    parts: {
      ...inGroup({ parameterIterator: loop }, 'comp-i', {
        tasks: { i: { componentRef: { name: 'comp-i' } } }
      }),
      executor: IMPORTER
    },
    task: 'i'
  },
  'importer-retry': { parts: { executor: IMPORTER, task: { retryPolicy: RETRY } }, task: 'a' },
  'download-to-workspace': {
    parts: {
      executor: { importer: { ...IMPORTER.importer, downloadToWorkspace: true } },
      config: { workspace: { size: '1Gi', kubernetes: { pvcSpecPatch: { accessModes: ['x'] } } } }
    },
    task: 'a'
  },
  'missing-workspace': { parts: given('{{$.workspace_path}}/x'), task: 'a' },
  collected: { parts: { ...other, task: { parameterIterator: loop }, tasks: reads('a') }, task: 'b' },
  'final-status': {
    parts: {
      ...other,
      tasks: {
        b: {
          componentRef: { name: 'comp-b' },
          dependentTasks: ['a'],
          inputs: { parameters: { s: { taskFinalStatus: { producerTask: 'a' } } } }
        }
      }
    },
    task: 'b'
  },
  'display-name': {
    parts: { ...other, task: { taskInfo: { name: 'Train!' } }, tasks: reads('a') },
    task: 'a'
  },
  'group-retry': {
    parts: { ...inGroup({ retryPolicy: RETRY }, 'comp-i', { tasks: {} }) },
    task: 'a'
  },
  'optional-group-input': {
    parts: {
      task: { componentRef: { name: 'comp-g' } },
      components: {
        'comp-g': {
          dag: { tasks: {} },
          inputDefinitions: {
            parameters: { x: { parameterType: 'STRING', isOptional: true, defaultValue: 'a' } }
          }
        }
      }
    },
    task: 'a'
  },
  'loop-in-exit-handler': {
    parts: {
      ...other,
      ...inGroup({}, 'comp-i', {
        tasks: { i: { componentRef: { name: 'comp-i' }, parameterIterator: loop } }
      }),
      tasks: {
        b: {
          componentRef: { name: 'comp-i' },
          dependentTasks: ['a'],
          inputs: { parameters: { s: { taskFinalStatus: { producerTask: 'a' } } } }
        }
      }
    },
    task: 'i'
  },
  'one-of-artifacts': {
    parts: inGroup({}, 'comp-i', {
      tasks: {},
      outputs: {
        artifacts: { o: { artifactSelectors: [{ producerSubtask: 'x' }, { producerSubtask: 'y' }] } }
      }
    }),
    task: 'a'
  },
  'cache-key': { parts: { task: { cachingOptions: { enableCache: true, cacheKey: 'k' } } }, task: 'a' },
  'task-config': { parts: { component: { taskConfigPassthroughs: [{ field: 'ENV' }] } }, task: 'a' },
  literals: {
    parts: {
      component: { inputDefinitions: { parameters: { x: { parameterType: 'STRING', literals: ['a'] } } } }
    },
    task: 'a'
  },
  'component-platform': { parts: { component: { singlePlatformSpecs: [{}] } }, task: 'a' },
  'pvc-data-source': {
    parts: {
      executor: { container: { image: 'argostub/createpvc' } },
      task: { inputs: { parameters: { data_source: constant({}) } } }
    },
    task: 'a'
  },
  'local-platform': { parts: { kubernetes: { imagePullPolicy: 'Always' } }, task: 'a' },
  'local-resources': { parts: container({ resources: { cpuLimit: 1 } }), task: 'a' },
  'local-container': { parts: container({ args: ['x'] }), task: 'a' },
  'local-dependency': { parts: { ...other, tasks: reads('a', []) }, task: 'b' },
  'local-component-name': {
    parts: { task: { componentRef: { name: 'x' } }, components: { x: { executorLabel: 'exec-a' } } },
    task: 'a'
  },
  'local-exit-task': {
    parts: { task: { triggerPolicy: { strategy: 'ALL_UPSTREAM_TASKS_COMPLETED' } } },
    task: 'a'
  },
  'local-loop-output': {
    parts: {
      ...other,
      tasks: {
        b: {
          componentRef: { name: 'comp-b' },
          dependentTasks: ['a'],
          inputs: { parameters: { y: from('a', 'rows') } },
          parameterIterator: { items: { inputParameter: 'y' }, itemInput: 'i' }
        }
      }
    },
    task: 'b'
  },
  'local-optional-group-input': {
    parts: {
      task: { componentRef: { name: 'comp-g' } },
      components: { 'comp-g': { dag: { tasks: {} }, inputDefinitions: ONE } }
    },
    task: 'a'
  },
  'local-nested-collected': {
    parts: {
      task: { componentRef: { name: 'comp-outer' }, parameterIterator: loop },
      components: {
        ...READER,
        'comp-outer': {
          dag: {
            tasks: { inner: { componentRef: { name: 'comp-a' }, parameterIterator: loop } },
            outputs: {
              artifacts: { o: { artifactSelectors: [{ producerSubtask: 'inner', outputArtifactKey: 'o' }] } }
            }
          }
        }
      },
      executors: other.executors,
      tasks: {
        b: {
          componentRef: { name: 'comp-b' },
          dependentTasks: ['a'],
          inputs: { artifacts: { m: artifactFrom('a') } }
        }
      }
    },
    task: 'b'
  },
  'local-dynamic-image': { parts: image(PLACEHOLDER), task: 'a' },
  'local-output-file': { parts: args('{{$.outputs.output_file}}'), task: 'a' },
  'local-artifact-list': {
    parts: {
      ...args("{{$.inputs.artifacts['m']}}"),
      component: { inputDefinitions: { artifacts: { m: { isArtifactList: true } } } }
    },
    task: 'a'
  },
  'schema-version': { parts: { spec: { schemaVersion: '2.0.0' } } },
  'parameter-without-type': { parts: { root: { inputDefinitions: { parameters: { x: {} } } } } },
  'pipeline-literals': {
    parts: { root: { inputDefinitions: { parameters: { x: { parameterType: 'STRING', literals: ['a'] } } } } }
  },
  'root-artifact-input': { parts: { root: { inputDefinitions: { artifacts: { m: {} } } } } },
  'workspace-storage-class': {
    parts: { config: { workspace: { size: '1Gi', kubernetes: { pvcSpecPatch: { storageClassName: '' } } } } }
  },
  'workspace-access-modes': { parts: { config: { workspace: { size: '1Gi' } } } },
  'local-single-component': {
    parts: { ...other, spec: { pipelineInfo: { name: 'a' } }, tasks: reads('a') }
  },
  'enabled-shared-memory': { parts: { kubernetes: { enabledSharedMemory: { size: '1Gi' } } }, task: 'a' },
  'init-containers': { parts: { kubernetes: { initContainers: [{ name: 'i' }] } }, task: 'a' },
  'node-affinity': { parts: { kubernetes: { nodeAffinity: [{ weight: 1 }] } }, task: 'a' },
  'node-affinity-node-affinity-json': {
    parts: { kubernetes: { nodeAffinity: [{ nodeAffinityJson: constant('{}') }] } },
    task: 'a'
  },
  'pod-affinity': { parts: { kubernetes: { podAffinity: [{ topologyKey: 'zone' }] } }, task: 'a' },
  'pvc-mount-sub-path': { parts: { kubernetes: { pvcMount: [{ subPath: 'x' }] } }, task: 'a' },
  'secret-as-env-optional': { parts: { kubernetes: { secretAsEnv: [{ optional: true }] } }, task: 'a' },
  'config-map-as-env-optional': {
    parts: { kubernetes: { configMapAsEnv: [{ optional: true }] } },
    task: 'a'
  },
  'security-context': { parts: { kubernetes: { securityContext: { runAsNonRoot: true } } }, task: 'a' },
  'pipeline-active-deadline-seconds': { parts: { config: { activeDeadlineSeconds: 1 } } },
  'pipeline-resource-ttl-on-completion': { parts: { config: { resourceTtlOnCompletion: 1 } } },
  'pipeline-resource-ttl-on-failure': { parts: { config: { resourceTtlOnFailure: 1 } } },
  'pipeline-resource-ttl-on-success': { parts: { config: { resourceTtlOnSuccess: 1 } } },
  'pipeline-workspace': {
    parts: {
      config: { workspace: { size: '1Gi', kubernetes: { pvcSpecPatch: { accessModes: ['ReadWriteOnce'] } } } }
    }
  }
};
