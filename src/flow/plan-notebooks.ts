import { planSteps, type StepPlan } from '../notebook';
import { isNotebook, type PipelineNode } from '../pipeline';
import type { PlannedNode } from './cell-ports';
import type { FlowCell, NotebookFault, NotebookSource } from './flow';
import type { PlannedCells } from './plan-cells';
import { isFault } from './read-cells';
import { runningCells, wholeCells } from './whole-notebook';

/** Plans the nodes that are whole notebooks, each as one step that no cells of other nodes feed. */
export function planNotebooks(
  nodes: Record<string, PipelineNode>,
  _fileOf: ReadonlyMap<string, string>,
  source: NotebookSource
): PlannedCells {
  const cells = new Map<string, FlowCell[]>();
  const plans = new Map<string, PlannedNode>();
  const faults = new Map<string, NotebookFault>();
  const planned = new Map<string, StepPlan>();
  for (const [id, node] of Object.entries(nodes)) {
    if (!isNotebook(node)) {
      continue;
    }
    const found = source.notebook(node.notebook);
    if (isFault(found)) {
      faults.set(node.notebook, found);
      continue;
    }
    const running = runningCells(found);
    const plan = planned.get(node.notebook) ?? planSteps(running, [running.map(cell => cell.id)])[0];
    planned.set(node.notebook, plan);
    cells.set(id, wholeCells(found));
    plans.set(id, { id, node, notebook: found, plan, peers: [id], files: [] });
  }
  return { cells, plans, faults };
}
