import type { StepWarning } from '../step-facts';
import { isGiven } from '../names';
import { indexOf, numberOf, placeOf, type StepContext } from './step-context';
import { isHoisted, type ResolvedUse, type Version } from './version';

/**
 * A value that holds a lambda takes along the names that the lambda reads, as they were when its step stored it: what
 * they are where the value is used is not seen.
 */
export function heldCuts(context: StepContext): StepWarning[] {
  const { own } = context;
  return [...own].flatMap(cell =>
    indexOf(context).uses[cell].flatMap((use, at, uses) => {
      const { version, kind } = use;
      if (!version || own.has(version.cell) || isHoisted(version) || kind === 'readAnnotation') {
        return [];
      }
      return version.holds.flatMap(({ name }) => {
        const read = uses.slice(at).find(late => late.name === name && late.kind === 'readLate');
        const now = read?.version;
        const then = stored(context, name, version);
        return now && now !== then && now.kind !== 'import' && !isGiven(name)
          ? [warning(context, use, version, now)]
          : [];
      });
    })
  );
}

/** What a name is at the end of the step that stores a value. */
function stored(
  { trace, groupOf }: StepContext,
  name: string,
  { cell }: Version
): Version | null | undefined {
  const group = groupOf.get(cell);
  for (let at = trace.cells.length - 1; at >= 0; at--) {
    const version = at <= cell || groupOf.get(at) === group ? trace.ends[at].get(name) : undefined;
    if (version !== undefined) {
      return version;
    }
  }
  return undefined;
}

function warning(context: StepContext, read: ResolvedUse, version: Version, now: Version): StepWarning {
  const of = (cell: number): string => numberOf(context, cell);
  return {
    rule: 'alias-cut',
    name: version.name,
    write: placeOf(context, version.cell, version.line),
    read: placeOf(context, read.cell, read.line),
    message:
      `"${version.name}" holds a lambda that reads "${now.name}", and takes it along as it is at the end of the step ` +
      `of ${of(version.cell)}: line ${read.line} of ${of(read.cell)} does not see what line ${now.line} of ` +
      `${of(now.cell)} makes of it.`,
    fix: `Give the lambda a name by a "def", or run ${of(version.cell)} and ${of(read.cell)} in one step.`
  };
}
