import { type AnalyzedNotebook, planSteps, type StepPlan, tellPlans } from '../notebook';
import { type CellRef, type CellsNode, isNotebook } from '../pipeline';
import type { Flow } from './flow';
import { followCells } from './follow-cells';
import { nodesByNotebook, standingCells } from './plan-cells';
import { runningCells } from './whole-notebook';

/** The cells of nodes that are planned together, node by node; or the notebook as a whole. */
export type DrawnCells = readonly (readonly CellRef[])[] | 'whole';

/** Plans as `planSteps` gives them, with the groups that they are of. */
export interface PlannedAhead {
  whole: boolean;
  groups: string[][];
  plans: StepPlan[];
}

/** What a flow draws from its notebooks, by their paths, so that its steps can be planned where the notebook is read. */
export function drawnCells({ nodes }: Flow): Map<string, DrawnCells[]> {
  const drawn = new Map<string, DrawnCells[]>();
  const draw = (path: string, cells: DrawnCells) => drawn.set(path, [...(drawn.get(path) ?? []), cells]);
  const stored = Object.fromEntries([...nodes].map(([id, { node }]) => [id, node]));
  const fileOf = new Map([...nodes].flatMap(([id, node]) => (node.fileOf ? [[id, node.fileOf]] : [])));
  for (const { path, ids } of nodesByNotebook(stored, fileOf)) {
    draw(
      path,
      ids.map(id => (stored[id] as CellsNode).cells)
    );
  }
  const whole = Object.values(stored).filter(isNotebook);
  new Set(whole.map(({ notebook }) => notebook)).forEach(path => draw(path, 'whole'));
  return drawn;
}

/** Plans the steps of drawn cells just as resolving a pipeline will. */
export function planAhead(notebook: AnalyzedNotebook, drawn: DrawnCells): PlannedAhead {
  const whole = drawn === 'whole';
  const groups = whole
    ? [runningCells(notebook).map(({ id }) => id)]
    : followCells(drawn, notebook).map(cells => standingCells(cells).map(({ id }) => id));
  return { whole, groups, plans: planSteps(plannedCells(notebook, whole), groups) };
}

/** Lets resolving find what was planned of the same notebook elsewhere. */
export function tellPlanned(notebook: AnalyzedNotebook, { whole, groups, plans }: PlannedAhead): void {
  tellPlans(plannedCells(notebook, whole), groups, plans);
}

const plannedCells = (notebook: AnalyzedNotebook, whole: boolean) =>
  whole ? runningCells(notebook) : notebook.cells;
