import type { AnalyzedNotebook, Proposal, ProposedStep, SpareCell } from '../notebook';
import { isCells, type Pipeline } from '../pipeline';

/** Steps proposed for a notebook, as it stood when they were asked for. */
export interface OpenProposal {
  /** Path of the notebook, relative to the pipeline's folder. */
  notebook: string;
  /** The notebook that it was made of. */
  analyzed: AnalyzedNotebook;
  proposal: Proposal;
}

/** What a proposal still has to offer to a pipeline. */
export interface OpenOffer {
  steps: ProposedStep[];
  /** Steps some cells of which are drawn. */
  drawn: number;
  skipped: SpareCell[];
  prelude: SpareCell[];
}

/** Steps of which no cell is drawn yet: what was accepted, or drawn by hand, is not offered again. */
export function offerOf({ notebook, proposal }: OpenProposal, pipeline: Pipeline): OpenOffer {
  const taken = new Set(
    Object.values(pipeline.nodes)
      .filter(isCells)
      .filter(node => node.notebook === notebook)
      .flatMap(node => node.cells.map(cell => cell.id))
  );
  const steps = proposal.steps.filter(step => !step.cells.some(cell => taken.has(cell)));
  const { skipped, prelude } = proposal;
  return { steps, drawn: proposal.steps.length - steps.length, skipped, prelude };
}
