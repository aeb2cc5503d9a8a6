import type { FlowPort } from '../../flow';
import { isParameterType } from '../../pipeline';
import type { DagOutput } from '../lower/dag';
import type { Lowered } from '../lower/lower';
import { readName } from '../read-name';
import type { DagOutputArtifact, DagOutputParameter, DagOutputs } from '../spec';

/**
 * The declared outputs of a group and the tasks inside that give them.
 * @param group its id; empty for the whole pipeline
 * @param lost called for each output that nothing in the spec gives
 */
export function declaredOutputs(
  group: string,
  ports: readonly FlowPort[],
  lowered: Lowered,
  lost: (output: string, message: string, fix: string) => void
): DagOutput[] {
  return ports.map(({ name, type, sources = [] }) => {
    const selectors = sources.flatMap(binding => {
      const source = lowered.sourceInside(group, binding);
      if (source && 'task' in source && source.artifact !== isParameterType(type)) {
        return [{ task: source.task, output: source.output }];
      }
      lost(
        name,
        source && 'task' in source
          ? `${readName(binding, lowered.flow)} is ${source.artifact ? 'an artifact' : 'a parameter'}, but \`${name}\` is not.`
          : `${readName(binding, lowered.flow)}, which \`${name}\` gives, is no output of a node inside that is in the spec.`,
        'Choose an output of a node inside.'
      );
      return [];
    });
    return { name, type, selectors };
  });
}

/** Outputs of a DAG as the spec writes them; several selectors: whichever of them is there. */
export function dagOutputs(outputs: readonly DagOutput[]): DagOutputs | undefined {
  const parameters: Record<string, DagOutputParameter> = {};
  const artifacts: Record<string, DagOutputArtifact> = {};
  for (const { name, type, selectors } of outputs) {
    if (isParameterType(type)) {
      const parameterSelectors = selectors.map(({ task, output }) => ({
        producerSubtask: task,
        outputParameterKey: output
      }));
      parameters[name] =
        selectors.length === 1
          ? { valueFromParameter: parameterSelectors[0] }
          : { valueFromOneof: { parameterSelectors } };
    } else {
      artifacts[name] = {
        artifactSelectors: selectors.map(({ task, output }) => ({
          producerSubtask: task,
          outputArtifactKey: output
        }))
      };
    }
  }
  return outputs.length
    ? {
        ...(Object.keys(parameters).length && { parameters }),
        ...(Object.keys(artifacts).length && { artifacts })
      }
    : undefined;
}
