import type { TaskNode } from '../pipeline';
import type { Lowered } from './lower/lower';
import { calledAs } from './read-name';
import { taskPath } from './spec-path';
import type { StepScope } from './step-scope';

/** Accounts for the order that a user drew, which the flow's edges brought into the spec. */
export function accountAfter({ after = [] }: TaskNode, lowered: Lowered, scope: StepScope): void {
  const { flow, node, ledger } = scope;
  after.forEach((id, i) => {
    const field = `after.${i}`;
    const waits = lowered.order(node.id, id);
    if (waits) {
      ledger.compiled(field, [...taskPath(waits), 'dependentTasks']);
    } else if (flow.nodes.get(id)?.node.kind === 'note') {
      ledger.ignored(field, `${calledAs(id, flow)} is a note, which does not run.`);
    } else if (lowered.names.has(id)) {
      ledger.lost(
        field,
        `${calledAs(id, flow)} is around or inside this node, so none can wait for the other.`,
        'Take the order away.'
      );
    } else {
      ledger.lost(
        field,
        `${calledAs(id, flow)} is not in the spec, so nothing can run after it.`,
        'Take the order away.'
      );
    }
  });
}
