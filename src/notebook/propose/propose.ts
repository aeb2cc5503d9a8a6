import { PARAMETERS } from '../cell-tags';
import type { AnalyzedNotebook, Notebook } from '../facts';
import { linkCells } from '../links/link';
import { cellWorks } from './cell-work';
import { cutCells } from './cut-cells';
import { underOwnHeading } from './heading-of';
import { keepTogether } from './keep-together';
import { keepSteps } from './kept';
import { literalParameters } from './parameters';
import type { Proposal } from './proposal';
import { stepTitles } from './titles';

/**
 * Proposes steps for a notebook: runs of its cells, cut where a person would, and joined again where two steps could
 * not run as the cells do. Each step, and each cell in none, says why. Steps that the notebook keeps in its cells stand
 * as they are.
 *
 * The steps are in notebook order and so never depend on each other in a circle; no step has clashes, and none reads
 * what a cell in no step makes.
 * @param analyzed the code cells of the same notebook
 */
export function proposeSteps(notebook: Notebook, analyzed: AnalyzedNotebook): Proposal {
  const { cells } = analyzed;
  const { edges } = linkCells(cells);
  const works = cellWorks(notebook, cells, edges);
  const { steps: kept, spare } = keepTogether(cells, works, edges, cutCells(works, edges));
  const steps = kept.map(step => underOwnHeading(step, works));
  const titles = stepTitles(steps, works, edges);
  const proposal: Proposal = {
    steps: steps.map(({ members, gpu, why }, i) => ({
      cells: members.map(({ cell }) => cell.id),
      title: titles[i],
      gpu,
      why
    })),
    skipped: spare
      .filter(({ role }) => role === 'skip')
      .map(({ cell, why }) => ({ cell: cell.id, why: why! })),
    prelude: spare
      .filter(({ role }) => role === 'source')
      .map(({ cell, why }) => ({ cell: cell.id, why: why! })),
    parameters: literalParameters(cells.filter(({ tags }) => tags.includes(PARAMETERS)))
  };
  return keepSteps(proposal, notebook, analyzed);
}
