import type { MethodFacts, NameUse, ObjectShare } from '../facts';
import { type Called, calledBy, calledFunction, isFor, isReceiver, takenAs } from './called';
import { type Definitions, isOfNotebook } from './methods';
import type { Version } from './version';

/** An argument that a call makes another object contain: the one given for a parameter, or the one that is made. */
export interface Kept {
  /** The parameter; null for the object that a call of a class makes. */
  by: string | null;
  contents: ObjectShare;
}

/** What is handed on by more functions, one after the other, is not followed. */
const DEEPEST = 3;

/** Of the uses of a statement, what a function, class or method called there keeps of its arguments, and where. */
export function keptByCall(
  uses: readonly NameUse[],
  callee: string,
  called: Called,
  known: Definitions
): Kept[] {
  const own = called.shift === 1 ? called.facts.parameters[0] : null;
  return keepsOf(called, known).flatMap(({ parameter, by }) =>
    uses
      .filter(({ passedTo }) => isFor(passedTo, callee, called, parameter))
      .map(use => ({ by: by === own ? null : by, contents: contained(use) }))
  );
}

/**
 * What an object contains of what its class is given; one that a call made, as `namedtuple`, keeps all, and a function
 * that another one made all that this one was given.
 */
export function keptByMaking(maker: Version, uses: readonly NameUse[], known: Definitions): ObjectShare[] {
  const made = maker.functions?.givesFunction ? null : calledFunction(maker);
  return made
    ? keptByCall(uses, maker.name, made, known).map(({ contents }) => contents)
    : uses.filter(({ passedTo }) => passedTo?.callee === maker.name).map(contained);
}

const contained = ({ name, part, member }: NameUse): ObjectShare => ({
  name,
  how: 'contains',
  ...(part && { part, ...(member !== undefined && { member }) })
});

/** What the object that is read contains once it is given to a function or method of the notebook. */
export function keptFor(
  { passedTo }: NameUse,
  version: Version,
  uses: readonly NameUse[],
  known: Definitions
): ObjectShare[] {
  if (!passedTo || (isReceiver(passedTo) && !isOfNotebook(version, known.lookUp))) {
    return [];
  }
  return calledBy(passedTo, known).flatMap(called =>
    keptByCall(uses, passedTo.callee, called, known)
      .filter(({ by }) => by !== null && by === takenAs(called, passedTo.parameter).name)
      .map(({ contents }) => contents)
  );
}

/** Parameters that a function makes another one contain, by itself or by a method or function that it hands both to. */
function keepsOf(
  { facts, owner }: Called,
  known: Definitions,
  around: readonly MethodFacts[] = []
): NonNullable<MethodFacts['keeps']> {
  if (around.length > DEEPEST || around.includes(facts)) {
    return [];
  }
  const isPaired = ({ to }: MethodFacts['passes'][number]): boolean =>
    facts.passes.some(other => other.to !== to && other.to.callee === to.callee);
  const through = facts.passes.filter(isPaired).flatMap(({ parameter, to }) =>
    calledBy(to, known, owner).flatMap(next =>
      keepsOf({ owner, ...next }, known, [...around, facts])
        .filter(keep => isFor(to, to.callee, next, keep.parameter))
        .flatMap(keep => facts.passes.filter(other => isFor(other.to, to.callee, next, keep.by)))
        .map(other => ({ parameter, by: other.parameter }))
    )
  );
  return [...(facts.keeps ?? []), ...through];
}
