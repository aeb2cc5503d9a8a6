import { type ImportFact, ownModules, type Requirement, requirementsOf } from '../notebook';
import type { PlannedNode } from './cell-ports';
import type { FlowNode } from './flow';
import { loadedModules } from './loaded-modules';
import { notebookCell } from './notebook-cells';
import { ownCells } from './own-cells';

/**
 * What a step imports, from its own cells and from what is copied in front of them; modules that the notebook itself
 * writes are left out.
 */
export function importsOf(planned: PlannedNode): ImportFact[] {
  const { notebook, plan } = planned;
  const own = new Set(ownCells(planned).map(({ id }) => id));
  const copied = (cell: string, line: number) =>
    plan.prelude.some(slice => slice.cell === cell && slice.startLine <= line && line <= slice.endLine);
  const read = new Set([...own, ...plan.prelude.map(({ cell }) => cell)]);
  const written = ownModules(notebook.cells);
  return [...read].flatMap(id =>
    (notebookCell(notebook, id)?.facts.imports ?? []).filter(
      ({ module, line }) => !written.has(module.split('.')[0]) && (own.has(id) || copied(id, line))
    )
  );
}

/**
 * What a step requires: the distributions of what it imports and of the values that it loads, in the versions that any
 * install command of its notebook names. What its own cells install is there when they run, but not before.
 */
export function stepRequirements(
  planned: PlannedNode,
  plans: ReadonlyMap<string, PlannedNode>
): Requirement[] {
  const installs = planned.notebook.cells.flatMap(({ facts }) => facts.installs);
  const loads = loadedModules(planned, plans).map(module => ({ module, names: [], line: 0 }));
  return requirementsOf([...importsOf(planned), ...loads], installs).filter(
    ({ modules }) => modules.length > 0
  );
}

/** Top-level modules whose versions matter to a step: those that it imports, and those of the values that it loads. */
export function stepModules({ imports, requirements }: FlowNode): string[] {
  const required = requirements.flatMap(({ modules }) => modules).filter(module => !module.includes('.'));
  return [...new Set([...imports, ...required])].sort();
}
