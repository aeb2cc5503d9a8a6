import type { Binding, Condition, GroupNode, InputPort } from '../../pipeline';
import { type BindingReader, itemInput } from './bindings';
import { type CelOperand, readBranch, readComparison } from './condition';
import type { ImportedTask } from './imported-task';
import { declaredInputs, fed, givenOutputs } from './ports';
import { repeatSettings, taskSettings } from './task-settings';

/** The node of a task whose component is a DAG. What it holds are nodes of their own. */
export function groupNode(imported: ImportedTask, bindings: BindingReader, asCel: boolean): GroupNode {
  const inputs = drawnInputs(imported, bindings);
  const outputs = givenOutputs(imported, bindings, name => bindings.drawn.has(imported, 'out', name));
  const shared = {
    ...taskSettings(imported),
    ...(Object.keys(inputs).length && { inputs }),
    ...(Object.keys(outputs).length && { outputs })
  };
  return { ...shared, kind: imported.kind, ...own(imported, bindings, asCel) } as GroupNode;
}

function drawnInputs(imported: ImportedTask, bindings: BindingReader): Record<string, InputPort> {
  const { task, component, scope } = imported;
  const item = itemInput(imported);
  return Object.fromEntries(
    declaredInputs(component.inputDefinitions)
      .filter(([name]) => name !== item && bindings.drawn.has(imported, 'in', name))
      .map(([name, port]) => [name, fed(port, bindings.either(name, task.inputs ?? {}, scope))])
  );
}

/** What only groups of one kind have. */
function own(imported: ImportedTask, bindings: BindingReader, asCel: boolean): object {
  const { task } = imported;
  switch (imported.kind) {
    case 'loop': {
      const items = loopItems(imported, bindings);
      const parallelism = task.iteratorPolicy?.parallelismLimit;
      return { ...(items && { items }), ...(parallelism && parallelism > 0 && { parallelism }) };
    }
    case 'branch':
      return branch(imported, bindings, asCel);
    case 'pipeline':
      return repeatSettings(task);
    default:
      return {};
  }
}

function loopItems({ task, scope }: ImportedTask, bindings: BindingReader): Binding | undefined {
  const { raw, inputParameter } = task.parameterIterator?.items ?? {};
  if (raw !== undefined) {
    return { value: jsonOf(raw) };
  }
  const name = inputParameter ?? task.artifactIterator?.items?.inputArtifact;
  return name === undefined ? undefined : bindings.either(name, task.inputs ?? {}, scope);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function branch(
  { task, scope, inside }: ImportedTask,
  bindings: BindingReader,
  asCel: boolean
): { when?: Condition; rank?: number } {
  const cel = task.triggerPolicy?.condition ?? '';
  const isInChoice = scope.group?.kind === 'choice';
  const { earlier, own } = isInChoice ? readBranch(cel) : { earlier: [], own: cel };
  const rank = isInChoice ? { rank: earlier.length } : {};
  if (own === undefined) {
    return rank;
  }
  const comparison = asCel ? undefined : readComparison(own);
  const operand = (side: CelOperand): Binding | undefined =>
    'value' in side ? side : inside && bindings.input(side.input, inside);
  const [left, right] = comparison ? [operand(comparison.left), operand(comparison.right)] : [];
  return { when: comparison && left && right ? { left, is: comparison.is, right } : { cel: own }, ...rank };
}
