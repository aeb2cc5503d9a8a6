import type { MethodFacts, Passing } from '../facts';
import { type Called, type Given, isFor, type Taken, takenAs } from './called';
import { handedOnAs, isSpread, takenBySpread } from './spread';

export type Effect = 'update' | 'maybeUpdate' | null;

/** What is known of an object that is given to a function. */
export interface Known {
  /** The functions of the notebook that run where it is handed on. */
  find: (to: Passing) => readonly Called[];
  /** What other functions do to it. */
  otherwise: (to: Passing) => Effect;
  /** What `+=` does to it. */
  adding: Effect;
}

/**
 * What a function of the notebook does to the object it is given at a position or under a keyword, by itself or
 * through functions it hands the object on to.
 */
export function parameterEffect(
  called: Called,
  to: Passing,
  known: Known,
  given: Given,
  seen: Set<MethodFacts> = new Set()
): Effect {
  const { facts, perhaps } = called;
  if (seen.has(facts)) {
    return null;
  }
  const within = new Set(seen).add(facts);
  const { parameter, then } = to;
  const taken = isSpread(parameter) ? takenBySpread(parameter, called) : [takenAs(called, parameter)];
  if (then) {
    const isGiven = facts.gives?.some(
      given => given.parameter && taken.some(({ name }) => name === given.name)
    );
    return isGiven ? effectOnGiven(then, known) : null;
  }
  const effect = strongest(taken.map(one => effectAs(one, called, to, known, given, within)));
  return effect && (perhaps ? 'maybeUpdate' : effect);
}

/** What becomes of what a function gave is perhaps done to what it took that from. */
function effectOnGiven(then: NonNullable<Passing['then']>, known: Known): Effect {
  if (then === 'changed') {
    return 'maybeUpdate';
  }
  const found = known.find(then);
  const effects = found.map(one => parameterEffect(one, then, known, () => []));
  return strongest(found.length === 0 ? [known.otherwise(then)] : effects) && 'maybeUpdate';
}

function effectAs(
  { name, gathered }: Taken,
  called: Called,
  to: Passing,
  known: Known,
  given: Given,
  within: Set<MethodFacts>
): Effect {
  const { facts } = called;
  const inside = gathered || to.inside === true;
  const own = facts.updates
    .filter(update => update.parameter === name && (!inside || update.part))
    .map(({ sure, augmented }) => (augmented ? known.adding : sure ? 'update' : 'maybeUpdate'));
  const handed = facts.passes
    .filter(pass => pass.parameter === name)
    .flatMap(({ to: next, part }) => {
      const names = /^\(/.test(next.callee) ? given(next.callee.slice(1, -1)) : [next.callee];
      return names.map(callee => {
        const parameter = gathered ? handedOnAs(next.parameter, to.parameter, called) : next.parameter;
        const whole = part || isSpread(next.parameter);
        const passing = { ...next, callee, parameter, ...(inside && !whole && { inside: true as const }) };
        const found = known.find(passing);
        return found.length === 0
          ? known.otherwise(passing)
          : strongest(
              found.map(one =>
                parameterEffect(one, passing, known, handedOn(facts, next.callee, one, given), within)
              )
            );
      });
    });
  return strongest([...own, ...handed]);
}

/** Of what a function is given, what it hands on for the parameters of another. */
function handedOn({ passes }: MethodFacts, callee: string, called: Called, given: Given): Given {
  return parameter =>
    passes.filter(({ to }) => isFor(to, callee, called, parameter)).flatMap(pass => given(pass.parameter));
}

/** The surest of some effects. */
export function strongest(effects: readonly Effect[]): Effect {
  return effects.includes('update') ? 'update' : effects.includes('maybeUpdate') ? 'maybeUpdate' : null;
}
