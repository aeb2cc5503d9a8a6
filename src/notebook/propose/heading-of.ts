import type { CellWork } from './cell-work';
import type { DraftStep } from './cut-cells';
import type { Reason } from './proposal';

/** A step that is called after a heading says so of the one above its first cell, with which it begins. */
export function underOwnHeading<Step extends DraftStep>(step: Step, works: readonly CellWork[]): Step {
  const above = new Set(works.slice(0, works.indexOf(step.members[0]) + 1).flatMap(work => work.headings));
  const own = step.headings.filter(heading => above.has(heading));
  const heading = own.at(-1)?.title;
  if (heading === undefined) {
    return step;
  }
  const why = step.why.map((reason): Reason => (reason.code === 'heading' ? { ...reason, heading } : reason));
  return { ...step, headings: own, why };
}
