import type { StatementPlace } from './config';
import type { Trace } from './traced';
import { usesByCell } from './uses-by-cell';
import type { ResolvedUse, Version } from './version';
import { isHoisted } from './version';

/** Whether a copied statement wants the value while it runs, rather than when something that it defines is called. */
export const isWantedAtOnce = ({ kind, now }: ResolvedUse): boolean =>
  kind !== 'readAnnotation' && (kind !== 'readLate' || now === true);

/** Whether a step fails here where the name is not there; what changes an object by another name does not look it up. */
export const failsWithout = ({ kind, now, guarded }: ResolvedUse): boolean =>
  !guarded && (kind === 'read' || (kind === 'readLate' && now === true));

/** Whether the step is given the object that a copied definition has in it, as it is where the step uses that. */
export const isSupplied = ({ version }: ResolvedUse, supplied: readonly { version: Version }[]): boolean =>
  version !== null &&
  supplied.some(
    ({ version: given }) =>
      given.root === version.root && given.name === version.name && given.ordinal > version.ordinal
  );

/** Whether what functions that a copied one has in it want when they run is read in the step itself, as it is there. */
export const isReadIn = (
  trace: Trace,
  own: ReadonlySet<number>,
  { name, kind, now, cell, statement }: ResolvedUse
): boolean =>
  kind === 'readLate' &&
  !now &&
  trace.cells[cell].facts.statements[statement].kind === 'function' &&
  [...own].some(each => usesByCell(trace)[each].some(use => use.name === name && use.version !== null));

/**
 * What a copied statement changes, as `@register` does to a registry: it changes the object of its step again, as it did
 * in the notebook, whichever state that object has.
 */
export function changedNames(uses: readonly ResolvedUse[]): ReadonlySet<string> {
  return new Set(
    uses.filter(({ kind }) => kind === 'update' || kind === 'maybeUpdate').map(({ name }) => name)
  );
}

/**
 * The copied statements that need inputs of the step while they run: defaults of functions, bases and decorators that
 * are values of other steps, and files that other steps write; with those that need them in turn.
 * @param places in the order in which they run
 * @param readers of files that come from other steps, each as `cell statement`
 */
export function lateStatements(
  places: readonly StatementPlace[],
  usesOf: ReadonlyMap<string, ResolvedUse[]>,
  inputs: ReadonlySet<string>,
  readers: ReadonlySet<string> = new Set()
): ReadonlySet<StatementPlace> {
  const late = new Set<StatementPlace>();
  const makes = (version: Version) => (place: StatementPlace) =>
    place.cell === version.cell && place.statement === version.statement;
  const isLate = (version: Version): boolean =>
    [...late].some(makes(version)) || (inputs.has(version.name) && !places.some(makes(version)));
  for (const place of places) {
    const key = `${place.cell} ${place.statement}`;
    const uses = usesOf.get(key) ?? [];
    const changed = changedNames(uses);
    const waits = uses.some(
      use =>
        isWantedAtOnce(use) &&
        use.version !== null &&
        (isHoisted(use.version)
          ? isLate(use.version)
          : inputs.has(use.name) && !(changed.has(use.name) && isHoisted(use.version.root)))
    );
    if (waits || readers.has(key)) {
      late.add(place);
    }
  }
  return late;
}
