import type { NameUse, ObjectShare } from '../facts';
import { isHandedOn } from './acts';
import { functionsHeld } from './called';
import { type Definitions, isOfNotebook } from './methods';
import { isContent } from './shares';
import { HOLDS_DATA, type LookUp, makerOf, type Version } from './version';

/** Of `add, get = make()`, those before: functions that share the state of the one call that made them. */
export function unpackedBefore({ unpacked }: NameUse, uses: readonly NameUse[]): ObjectShare[] {
  return unpacked
    ? uses
        .filter(other => other.unpacked?.made === unpacked.made && other.unpacked.item < unpacked.item)
        .map(({ name }) => ({ name, how: 'twin' }))
    : [];
}

/** What objects of a class contain, because the class does. */
export const contentsOf = ({ root }: Version): ObjectShare[] =>
  root.shares.filter(isContent).map(share => ({ name: share.root.name, how: 'contains' }));

const NONE: readonly Version[] = [];

/**
 * The functions that perhaps run where a value is called, or given to what may call it: those that it is or contains,
 * and what made it if that gives functions of its own.
 */
export function functionsIn(
  version: Version,
  use: NameUse,
  { methods, lookUp }: Definitions
): readonly Version[] {
  const { made, kind } = version;
  if (!HOLDS_DATA.has(kind)) {
    return NONE;
  }
  const maker = makerOf(made, lookUp);
  const makes = maker?.functions?.givesFunction ? maker : null;
  const held = functionsHeld(version);
  if ((!makes && held.length === 0) || !mayCall(version, use, methods, lookUp)) {
    return NONE;
  }
  return [...(makes ? [makes] : []), ...held];
}

/** It is called, or given to a function, or a method of the notebook is called on it. */
function mayCall(version: Version, use: NameUse, methods: Definitions['methods'], lookUp: LookUp): boolean {
  return (
    use.called === true ||
    isHandedOn(use) ||
    (use.passedTo !== undefined &&
      methods.called(use.passedTo.callee) !== null &&
      isOfNotebook(version, lookUp) !== false)
  );
}
