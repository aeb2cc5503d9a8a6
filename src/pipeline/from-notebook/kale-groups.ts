import { type AnalyzedCell, type KalePipeline, planSteps, type StepPlan } from '../../notebook';

/** The cells of each step of Kale, with its plan. */
export interface KaleGroup {
  cells: string[];
  plan: StepPlan;
}

/**
 * Kale runs the cells of imports and functions in front of every step. Their definitions are copied into the steps
 * that need them anyway; a cell that also computes or changes something runs in each step that needs what it makes,
 * and in all of them when it does something else.
 */
export function kaleGroups(
  cells: readonly AnalyzedCell[],
  { steps, shared, parameters }: KalePipeline
): KaleGroup[] {
  const places = new Map(cells.map(({ id }, at) => [id, at]));
  const inOrder = (ids: Iterable<string>): string[] =>
    [...new Set(ids)].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  const front = new Set([...shared, ...parameters]);
  const everywhere = cells.filter(cell => front.has(cell.id) && doesMore(cell)).map(({ id }) => id);
  let groups = steps.map(step => inOrder([...(step.cells.length > 0 ? everywhere : []), ...step.cells]));
  for (;;) {
    const plans = planSteps(cells, groups);
    const wanted = plans.map(({ needs, clashes }) =>
      [...needs, ...clashes].map(({ write }) => write.cell).filter(cell => front.has(cell))
    );
    const next = groups.map((own, i) => inOrder([...own, ...wanted[i]]));
    if (next.every((own, i) => own.length === groups[i].length)) {
      return groups.map((own, i) => ({ cells: own, plan: plans[i] }));
    }
    groups = next;
  }
}

/** It has statements that neither define nor bind anything, besides installing and setting the notebook up. */
function doesMore({ facts, factsSource }: AnalyzedCell): boolean {
  const lines = factsSource.split('\n');
  return facts.statements.some(
    ({ kind, uses, startLine }) =>
      kind === 'code' &&
      !uses.some(use => use.kind === 'bind') &&
      !/^\s*[%!]/.test(lines[startLine - 1] ?? '')
  );
}
