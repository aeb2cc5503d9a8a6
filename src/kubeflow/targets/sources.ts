import type { ParameterSource, TaskSpec } from '../spec';
import type { TaskPlace } from './places';

/** The kind of parameter that an input of a task is given; undefined when nothing says it. */
export function kindOf(place: TaskPlace, input: string): string | undefined {
  const declared = place.component?.inputDefinitions?.parameters?.[input]?.parameterType;
  const source = place.task.inputs?.parameters?.[input];
  return declared ?? (source && kindOfSource(place, source));
}

function kindOfSource(place: TaskPlace, source: ParameterSource): string | undefined {
  const { componentInputParameter, taskOutputParameter, runtimeValue } = source;
  if (componentInputParameter !== undefined) {
    return place.parent.inputDefinitions?.parameters?.[componentInputParameter]?.parameterType;
  }
  if (taskOutputParameter) {
    const { producerTask = '', outputParameterKey = '' } = taskOutputParameter;
    return producer(place, producerTask)?.outputDefinitions?.parameters?.[outputParameterKey]?.parameterType;
  }
  return typeof runtimeValue?.constant === 'number' ? 'NUMBER_DOUBLE' : undefined;
}

/** The component of a task beside this one. */
export function producer({ parent, spec }: TaskPlace, task: string) {
  const reference = parent.dag?.tasks?.[task]?.componentRef?.name;
  return reference === undefined ? undefined : spec.components?.[reference];
}

/** Tasks whose outputs this one reads. */
export function producers({ task }: TaskPlace): string[] {
  const parameters = Object.values(task.inputs?.parameters ?? {}).flatMap(
    ({ taskOutputParameter }) => taskOutputParameter?.producerTask ?? []
  );
  const artifacts = Object.values(task.inputs?.artifacts ?? {}).flatMap(
    ({ taskOutputArtifact }) => taskOutputArtifact?.producerTask ?? []
  );
  return [...new Set([...parameters, ...artifacts])];
}

/** The input of a loop that holds the item, which the loop itself feeds. */
export const itemOf = ({ parameterIterator, artifactIterator }: TaskSpec): string | undefined =>
  parameterIterator?.itemInput ?? artifactIterator?.itemInput;
