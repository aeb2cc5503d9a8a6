import { type AnalyzedNotebook, planSteps, type StepPlan } from '../notebook';
import type { CellRef, CellsNode } from '../pipeline';
import type { Flow } from './flow';
import { followCells } from './follow-cells';
import { nodesByNotebook, standingCells } from './plan-cells';

/** The cells of nodes that are planned together, node by node. */
export type DrawnCells = readonly (readonly CellRef[])[];

/** Plans as `planSteps` gives them, with the groups that they are of. */
export interface PlannedAhead {
  groups: string[][];
  plans: StepPlan[];
}

/** What a flow draws from its notebooks, by their paths, so that its steps can be planned where the notebook is read. */
export function drawnCells({ nodes }: Flow): Map<string, DrawnCells[]> {
  const drawn = new Map<string, DrawnCells[]>();
  const stored = Object.fromEntries([...nodes].map(([id, { node }]) => [id, node]));
  const fileOf = new Map([...nodes].flatMap(([id, node]) => (node.fileOf ? [[id, node.fileOf]] : [])));
  for (const { path, ids } of nodesByNotebook(stored, fileOf)) {
    const cells = ids.map(id => (stored[id] as CellsNode).cells);
    drawn.set(path, [...(drawn.get(path) ?? []), cells]);
  }
  return drawn;
}

/** Plans the steps of drawn cells just as resolving a pipeline will, which then finds them planned. */
export function planAhead(notebook: AnalyzedNotebook, drawn: DrawnCells): PlannedAhead {
  const groups = followCells(drawn, notebook).map(cells => standingCells(cells).map(({ id }) => id));
  return { groups, plans: planSteps(notebook.cells, groups) };
}
