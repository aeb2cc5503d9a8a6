import type { CellEdge } from '../facts';
import type { CellWork } from './cell-work';
import { cutHints, sum, THRESHOLD } from './cut-hints';
import type { Heading } from './headings';
import type { Reason } from './proposal';
import { mainLevel } from './sections';

/** Cells that are to be one step, in notebook order. */
export interface DraftStep {
  members: CellWork[];
  /** The headings above its first cells. */
  headings: Heading[];
  why: Reason[];
}

/**
 * Cuts a notebook where a person would: a cell begins a step when enough speaks for it. What only shows results
 * stays with the cells above, or in its section; what only defines goes with the cells below, where it may be taken
 * out again.
 */
export function cutCells(works: readonly CellWork[], edges: readonly CellEdge[]): DraftStep[] {
  const level = mainLevel(works);
  const steps: DraftStep[] = [];
  let headings: Heading[] = [];
  let waiting: CellWork[] = [];
  works.forEach((work, place) => {
    if (work.headings.length > 0) {
      steps.at(-1)?.members.push(...waiting.filter(({ role }) => role === 'shows'));
      waiting = steps.length > 0 ? [] : waiting;
      headings.push(...work.headings);
    }
    const step = steps.at(-1);
    if (work.role === 'skip') {
      return;
    }
    if (work.role === 'source' || (work.role === 'shows' && (headings.length > 0 || !step))) {
      waiting.push(work);
      return;
    }
    if (work.role === 'shows') {
      step?.members.push(work);
      return;
    }
    const hints = cutHints({ work, steps, headings, level, waiting, edges, below: works.slice(place + 1) });
    if (step && sum(hints) < THRESHOLD) {
      step.members.push(...waiting, work);
    } else {
      const why = hints.filter(({ weight }) => weight > 0).map(({ reason }) => reason);
      const own = step ? waiting : waiting.filter(({ role }) => role === 'shows');
      steps.push({ members: [...own, work], headings, why });
    }
    headings = [];
    waiting = [];
  });
  const shows = waiting.filter(({ role }) => role === 'shows');
  if (steps.length > 0) {
    steps.at(-1)?.members.push(...shows);
  } else if (shows.length > 0) {
    steps.push({ members: shows, headings, why: [{ code: 'first' }] });
  }
  return steps.map(step => ({ ...step, members: byPlace(step.members) }));
}

const byPlace = (members: CellWork[]): CellWork[] => [...members].sort((a, b) => a.cell.index - b.cell.index);
