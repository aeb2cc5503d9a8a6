import type { AnalyzedCell, StepNeed } from '../notebook';
import type { PlannedNode } from './cell-ports';
import type { FlowNode, RemovedNeed } from './flow';
import { codeLine, notebookCell } from './notebook-cells';
import { ownCells } from './own-cells';

/**
 * Names that the cells of a node use at once though a user removed what feeds them; absent when there are none. What
 * the step may do without, what it makes itself and what is copied in front of it is no such name.
 */
export function removedNeeds(planned: PlannedNode | undefined): Pick<FlowNode, 'removedNeeds'> {
  const decided = planned?.node.inputs ?? {};
  const found =
    planned?.plan.needs
      .filter(({ name }) => Object.hasOwn(decided, name) && decided[name].removed)
      .filter(({ kind, soft, atOnce, from }) => !soft && (atOnce || !from) && kind !== 'file')
      .map(need => removedNeed(planned, need)) ?? [];
  return found.length > 0 ? { removedNeeds: found } : {};
}

function removedNeed(planned: PlannedNode, { name, from, read }: StepNeed): RemovedNeed {
  const { notebook, peers } = planned;
  const cell = notebookCell(notebook, read.cell);
  const isOpaque = ownCells(planned).some(({ facts }) => facts.opaque.length > 0);
  return {
    name,
    read: codeLine(notebook, read),
    ...(from && {
      from: 'group' in from ? peers[from.group] : (notebookCell(notebook, from.cell)?.index ?? -1)
    }),
    perhaps: !from || isOpaque || (cell !== undefined && isInBranch(cell, read.line))
  };
}

const BRANCHES = /^\s*(async\s+)?(if|for|while|try|match)\b/;

/** Whether a line is in the body of a statement that perhaps does not run it. */
function isInBranch({ facts, factsSource }: AnalyzedCell, line: number): boolean {
  const around = facts.statements.find(({ startLine, endLine }) => startLine < line && line <= endLine);
  return around !== undefined && BRANCHES.test(factsSource.split('\n')[around.startLine - 1] ?? '');
}
