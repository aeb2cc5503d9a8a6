import type { AnalyzedCell } from '../facts';
import type { StepPlan } from '../step-facts';
import { planSteps as plan } from './plan';

type Groups = readonly (readonly string[])[];

const known = new WeakMap<readonly AnalyzedCell[], Map<string, StepPlan[]>>();
const keyOf = (groups: Groups): string => JSON.stringify(groups);

/** How many groupings of one notebook are remembered. */
const KEPT = 8;

/**
 * Plans the steps of one notebook. Each group lists the cells of one step, which run in notebook order;
 * cells in no group do not run. Unknown ids are passed over. The same cells, which are never changed in place, in
 * the same groups are planned once.
 */
export function planSteps(cells: readonly AnalyzedCell[], groups: Groups): StepPlan[] {
  const planned = known.get(cells)?.get(keyOf(groups)) ?? plan(cells, groups);
  tellPlans(cells, groups, planned);
  return planned;
}

/** Remembers the plans of cells that were worked out elsewhere, such as in a worker. */
export function tellPlans(cells: readonly AnalyzedCell[], groups: Groups, plans: StepPlan[]): void {
  const plansOf = known.get(cells) ?? new Map<string, StepPlan[]>();
  known.set(cells, plansOf.set(keyOf(groups), plans));
  if (plansOf.size > KEPT) {
    plansOf.delete(plansOf.keys().next().value ?? '');
  }
}
