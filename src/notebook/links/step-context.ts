import type { AnalyzedCell } from '../facts';
import type { StepNeed, StepWarning } from '../step-facts';
import type { Change } from './changes';
import type { StatementPlace } from './config';
import type { Trace } from './trace';
import { usesByCell } from './uses-by-cell';
import type { ResolvedUse, Version } from './version';

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
  /** Statements of other cells that run first. */
  copied: readonly StatementPlace[];
}

/** A place as warnings name it. */
export function placeOf({ cells }: StepContext, cell: number, line: number): StepWarning['write'] {
  return { cell: cells[cell].id, line };
}

/** How warnings call a cell: by its place in the notebook, as readers count. */
export function numberOf({ cells }: StepContext, cell: number): string {
  return `cell ${cells[cell].index + 1}`;
}

/** What the rules look up for every step of a notebook, found once. */
export interface StepIndex {
  uses: readonly (readonly ResolvedUse[])[];
  changes: ReadonlyMap<number, readonly Change[]>;
  /** Changes of classes and functions themselves. */
  redefinitions: readonly Change[];
  /** Classes that their methods change, and functions that change themselves or whose cache is looked at. */
  selfChanging: readonly Version[];
  /** The cells of each group, in order. */
  members: ReadonlyMap<number, readonly number[]>;
}

const indexes = new WeakMap<StepContext['groupOf'], StepIndex>();

export function indexOf({ trace, groupOf }: StepContext): StepIndex {
  let index = indexes.get(groupOf);
  if (!index) {
    const changes = new Map<number, Change[]>();
    trace.changes.forEach(change => append(changes, change.cell, change));
    const members = new Map<number, number[]>();
    [...groupOf].sort(([a], [b]) => a - b).forEach(([cell, group]) => append(members, group, cell));
    index = {
      uses: usesByCell(trace),
      changes,
      redefinitions: trace.changes.filter(({ version: { kind } }) => kind === 'class' || kind === 'function'),
      selfChanging: [
        ...new Set(
          trace.uses.flatMap(({ version, cache }) =>
            version?.functions && (cache || version.functions.changesItself) ? [version] : []
          )
        )
      ],
      members
    };
    indexes.set(groupOf, index);
  }
  return index;
}

function append<Value>(map: Map<number, Value[]>, key: number, value: Value): void {
  const known = map.get(key);
  if (known) {
    known.push(value);
  } else {
    map.set(key, [value]);
  }
}
