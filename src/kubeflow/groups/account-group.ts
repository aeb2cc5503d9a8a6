import {
  Condition,
  GroupOutput,
  type GroupNode,
  isBranch,
  isParameterType,
  isSubPipeline
} from '../../pipeline';
import { componentPath, taskPath } from '../spec-path';
import type { StepScope } from '../step-scope';

/** Accounts for the settings of a group that say what it is, and for what gives its outputs. */
export function accountGroup(node: GroupNode, hasCondition: boolean, { names, ledger }: StepScope): void {
  const component = componentPath(names.component);
  if (isBranch(node)) {
    if (node.when && hasCondition) {
      ledger.compiled('when', [...taskPath(names), 'triggerPolicy', 'condition']);
      ledger.unknown('when', node.when, Condition);
    }
    if (node.rank !== undefined) {
      ledger.drawing('rank', 'It decides which branch is tried first, which the conditions say.');
    }
  }
  if (isSubPipeline(node) && node.file !== undefined) {
    ledger.compiled('file', component);
  }
  for (const [name, output] of Object.entries(node.outputs ?? {})) {
    const kind = isParameterType(output.type) ? 'parameters' : 'artifacts';
    if (!ledger.has(`outputs.${name}.from`)) {
      ledger.compiled(`outputs.${name}.from`, [...component, 'dag', 'outputs', kind, name]);
      ledger.unknown(`outputs.${name}.from`, output.from, GroupOutput.properties.from);
    }
  }
}
