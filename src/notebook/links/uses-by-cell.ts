import type { Trace } from './trace';
import type { ResolvedUse } from './version';

const known = new WeakMap<Trace, ResolvedUse[][]>();

/** The uses of each cell, in the order in which they are met; sorted once for each trace. */
export function usesByCell(trace: Trace): readonly (readonly ResolvedUse[])[] {
  let uses = known.get(trace);
  if (!uses) {
    uses = trace.cells.map(() => []);
    for (const use of trace.uses) {
      uses[use.cell].push(use);
    }
    known.set(trace, uses);
  }
  return uses;
}
