import type { PlannedNode } from './cell-ports';
import type { FlowNode } from './flow';

/** What reading the cells of a node found, but for names on which a user decided; nothing is absent. */
export function codeProblems(planned: PlannedNode | undefined): Pick<FlowNode, 'warnings' | 'problems'> {
  const decided = planned?.node.inputs ?? {};
  const isOpen = ({ name = '' }: { name?: string }) => !decided[name]?.from && !decided[name]?.removed;
  const warnings = planned?.plan.warnings.filter(isOpen) ?? [];
  const problems = planned?.plan.problems.filter(isOpen) ?? [];
  return { ...(warnings.length > 0 && { warnings }), ...(problems.length > 0 && { problems }) };
}
