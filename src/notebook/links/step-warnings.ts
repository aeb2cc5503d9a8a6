import type { AnalyzedCell, StepNeed, StepWarning } from '../facts';
import { aliasCuts } from './alias-cuts';
import { classStates } from './class-states';
import { crossingHandles } from './crossing-handles';
import { lateUpdates } from './late-updates';
import type { Trace } from './trace';
import type { Version } from './version';

/** What rules on the copies that steps get may look at; cells and groups are numbers. */
export interface StepContext {
  trace: Trace;
  cells: readonly AnalyzedCell[];
  own: ReadonlySet<number>;
  /** The first group that holds each cell. */
  groupOf: ReadonlyMap<number, number>;
  /** Definitions that a value may hold. */
  carried: (version: Version) => ReadonlySet<Version>;
  needs: readonly StepNeed[];
}

/** What the step of some cells does otherwise than the notebook; each name once a rule. */
export function stepWarnings(context: StepContext): StepWarning[] {
  const seen = new Set<string>();
  return [aliasCuts, lateUpdates, classStates, crossingHandles]
    .flatMap(rule => rule(context))
    .filter(({ rule, name }) => {
      const key = `${rule} ${name}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** A place as warnings name it. */
export function placeOf({ cells }: StepContext, cell: number, line: number): StepWarning['write'] {
  return { cell: cells[cell].id, line };
}

/** How warnings call a cell: by its place in the notebook, as readers count. */
export function numberOf({ cells }: StepContext, cell: number): string {
  return `cell ${cells[cell].index + 1}`;
}
