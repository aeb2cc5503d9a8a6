import type { StepWarning } from '../step-facts';
import { isHiddenState } from '../names';
import { indexOf, numberOf, placeOf, type StepContext } from './step-context';
import type { Trace } from './trace';
import { isHoisted, type Version } from './version';

/**
 * The step reads a value before, in the notebook, a later cell of the step that makes it changes it. Outputs are
 * stored when a step ends, so it would get the later value.
 */
export function lateUpdates(context: StepContext): StepWarning[] {
  const { trace, own, groupOf } = context;
  const { uses, members } = indexOf(context);
  return [...own]
    .flatMap(cell => uses[cell])
    .flatMap(({ name, cell, line, kind, version }) => {
      const group = version ? groupOf.get(version.cell) : undefined;
      const passed = version && !own.has(version.cell) && !isHoisted(version) && kind !== 'readAnnotation';
      if (!passed || group === undefined || isHiddenState(name)) {
        return [];
      }
      const later = (members.get(group) ?? []).filter(other => other > cell);
      const update = changeAfter(trace, name, version, later);
      const changed = update && placeOf(context, update.cell, update.line);
      return changed
        ? [
            {
              rule: 'update-after-reader' as const,
              name,
              write: changed,
              read: placeOf(context, cell, line),
              message:
                `Line ${line} of ${numberOf(context, cell)} reads "${name}" before line ${update.line} of ` +
                `${numberOf(context, update.cell)} changes it, but the step of that cell hands on what "${name}" is at its end.`,
              fix: `Give ${numberOf(context, update.cell)} a step of its own, or take ${numberOf(context, cell)} into its step.`
            }
          ]
        : [];
    });
}

/** The first of some cells that for sure makes of a name something else than a version. */
function changeAfter(
  { ends }: Trace,
  name: string,
  version: Version,
  cells: readonly number[]
): Version | undefined {
  for (const cell of cells) {
    for (let at = ends[cell].get(name); at && at !== version; at = at.previous) {
      if (at.how !== 'maybeUpdate' && at.cell === cell) {
        return at;
      }
    }
  }
  return undefined;
}
