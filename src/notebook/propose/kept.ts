import type { AnalyzedNotebook, Notebook } from '../facts';
import { planSteps } from '../links/known-plans';
import { type KeptStep, keptSteps } from '../step-marks';
import type { Proposal, ProposedStep } from './proposal';

/**
 * A proposal with the steps that the notebook keeps in its cells, where it keeps some: they stand as their owner drew
 * them, and what was proposed is left for the other cells. Of several pipelines the one that keeps most cells counts.
 */
export function keepSteps(proposal: Proposal, notebook: Notebook, analyzed: AnalyzedNotebook): Proposal {
  const kept = fullest(keptSteps(notebook));
  if (kept.length === 0) {
    return proposal;
  }
  const groups = kept.map(({ cells }) => cells);
  const taken = new Set(groups.flat());
  const plans = planSteps(analyzed.cells, groups);
  const own = kept.map(({ cells, step }, i): ProposedStep => ({
    cells,
    title: step,
    gpu: plans[i].gpu,
    why: [{ code: 'kept' }]
  }));
  const rest = proposal.steps
    .map(step => ({ ...step, cells: step.cells.filter(cell => !taken.has(cell)) }))
    .filter(({ cells }) => cells.length > 0);
  const place = new Map(analyzed.cells.map(({ id, index }) => [id, index]));
  const first = ({ cells }: ProposedStep) => place.get(cells[0]) ?? 0;
  return {
    ...proposal,
    steps: [...own, ...rest].sort((a, b) => first(a) - first(b)),
    skipped: proposal.skipped.filter(({ cell }) => !taken.has(cell)),
    prelude: proposal.prelude.filter(({ cell }) => !taken.has(cell))
  };
}

/** The steps of the pipeline that has most cells among them. */
function fullest(steps: readonly KeptStep[]): KeptStep[] {
  const cells = new Map<string, number>();
  steps.forEach(step => cells.set(step.pipeline, (cells.get(step.pipeline) ?? 0) + step.cells.length));
  const [most] = [...cells].sort(([, a], [, b]) => b - a)[0] ?? [];
  return steps.filter(({ pipeline }) => pipeline === most);
}
