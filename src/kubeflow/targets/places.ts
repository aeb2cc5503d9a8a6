import type { Compiled } from '../compiled';
import type {
  ComponentSpec,
  ContainerSpec,
  ExecutorSpec,
  KubernetesExecutorConfig,
  PipelineConfig,
  PipelineSpec,
  PlatformSpec,
  TaskSpec
} from '../spec';

/** A whole spec, and its pipeline configuration. */
export interface PipelinePlace {
  spec: PipelineSpec;
  platform: PlatformSpec | undefined;
  config: PipelineConfig;
}

/** A task with all that belongs to it. */
export interface TaskPlace extends PipelinePlace {
  name: string;
  /** Name of the component that holds it; undefined in the root. */
  dag: string | undefined;
  /** The component that holds it. */
  parent: ComponentSpec;
  task: TaskSpec;
  component: ComponentSpec | undefined;
  executor: ExecutorSpec | undefined;
  container: ContainerSpec | undefined;
  kubernetes: KubernetesExecutorConfig;
  /** The group tasks around it, from the innermost to the outermost. */
  around: readonly TaskPlace[];
}

type Documents = Pick<Compiled, 'spec' | 'platform'>;

export function pipelinePlace({ spec, platform }: Documents): PipelinePlace {
  return { spec, platform, config: platform?.platforms?.kubernetes?.pipelineConfig ?? {} };
}

/** Every task of a spec, once for each DAG that names it, from the outside in. */
export function taskPlaces(documents: Documents): TaskPlace[] {
  const { spec, platform } = documents;
  const own = pipelinePlace(documents);
  const executors = spec.deploymentSpec?.executors ?? {};
  const configs = platform?.platforms?.kubernetes?.deploymentSpec?.executors ?? {};
  const places: TaskPlace[] = [];
  const visited = new Set<string>();
  const visit = (parent: ComponentSpec, dag: string | undefined, around: readonly TaskPlace[]) => {
    for (const [name, task] of Object.entries(parent.dag?.tasks ?? {})) {
      const reference = task.componentRef?.name ?? '';
      const component = spec.components?.[reference];
      const label = component?.executorLabel;
      const executor = label === undefined ? undefined : executors[label];
      const place: TaskPlace = {
        ...own,
        name,
        dag,
        parent,
        task,
        component,
        executor,
        container: executor?.container,
        kubernetes: (label === undefined ? undefined : configs[label]) ?? {},
        around
      };
      places.push(place);
      if (component?.dag && !visited.has(reference)) {
        visited.add(reference);
        visit(component, reference, [place, ...around]);
      }
    }
  };
  visit(spec.root, undefined, []);
  return places;
}
