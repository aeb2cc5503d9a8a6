import { type GroupNode, isBranch, isLoop } from '../../pipeline';
import { artifactSource, inputsOf, parameterSource, taskInputs } from '../bindings';
import { accountUndeclared } from '../component';
import { accountPorts, declaredPorts } from '../declared-ports';
import { definePorts } from '../definitions';
import type { DagInput } from '../lower/dag';
import type { Lowered } from '../lower/lower';
import type { ArtifactSource, ComponentSpec, ParameterSource, TaskInputs, TaskSpec } from '../spec';
import { componentPath } from '../spec-path';
import type { StepScope } from '../step-scope';
import { task } from '../task';
import { accountGroup } from './account-group';
import { branchCondition } from './branch';
import { dagOutputs, declaredOutputs } from './dag-outputs';
import { iteration } from './iterator';
import { passConditions } from './passed-conditions';

/** What a group becomes: a task, and a component whose tasks are those of what is inside. */
export interface WrittenGroup {
  task: TaskSpec;
  component: ComponentSpec;
}

/**
 * Reads all that a group itself reads. Returns what writes it, to be called when every node of the flow has read its
 * own: only then is it known what crosses the group's border.
 */
export function readGroup(node: GroupNode, lowered: Lowered, scope: StepScope): () => WrittenGroup {
  const { id } = scope.node;
  const own = taskInputs(scope);
  const loop = isLoop(node) ? iteration(node, lowered, scope) : undefined;
  const condition = isBranch(node) ? branchCondition(node, lowered, scope) : undefined;
  passConditions(id, lowered);
  const outputs = declaredOutputs(id, scope.node.outputs, lowered, (output, message, fix) =>
    scope.ledger.lost(`outputs.${output}.from`, message, fix)
  );
  return () => {
    const dag = lowered.tree.inside.get(id);
    const passed = [...(dag?.passed.values() ?? [])];
    const item = isLoop(node) ? lowered.itemOf(id) : undefined;
    const surfaced = [...(dag?.surfaced.values() ?? [])];
    const path = componentPath(scope.names.component);
    const account = (side: 'inputs' | 'outputs', key: string) =>
      accountPorts(scope.node, side, [...path, key], scope.ledger);
    const inputDefinitions = definePorts(
      [
        ...declaredPorts(scope.node, 'inputs'),
        ...passed.map(({ name, type }) => ({ name, type })),
        ...(item ? [{ name: item.port, type: item.type }] : [])
      ],
      account('inputs', 'inputDefinitions')
    );
    const outputDefinitions = definePorts(
      [...declaredPorts(scope.node, 'outputs'), ...surfaced.map(({ name, type }) => ({ name, type }))],
      account('outputs', 'outputDefinitions')
    );
    const given = dagOutputs([...outputs, ...surfaced]);
    accountGroup(node, condition !== undefined, scope);
    accountUndeclared(scope);
    const { triggerPolicy, ...rest } = task(node, withPassed(own, passed), scope);
    const trigger = { ...triggerPolicy, ...(condition !== undefined && { condition }) };
    return {
      task: { ...rest, ...(Object.keys(trigger).length && { triggerPolicy: trigger }), ...loop },
      component: {
        ...(inputDefinitions && { inputDefinitions }),
        ...(outputDefinitions && { outputDefinitions }),
        dag: { ...(given && { outputs: given }) }
      }
    };
  };
}

function withPassed(own: TaskInputs | undefined, passed: readonly DagInput[]): TaskInputs | undefined {
  const parameters: Record<string, ParameterSource> = { ...own?.parameters };
  const artifacts: Record<string, ArtifactSource> = { ...own?.artifacts };
  for (const { name, source } of passed) {
    const artifact = source && 'artifact' in source && source.artifact && artifactSource(source);
    if (artifact) {
      artifacts[name] = artifact;
    } else if (source) {
      parameters[name] = parameterSource(source);
    }
  }
  return inputsOf(parameters, artifacts);
}
