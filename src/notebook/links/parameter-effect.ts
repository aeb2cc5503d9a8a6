import type { MethodFacts, Passing } from '../facts';

export type Effect = 'update' | 'maybeUpdate' | null;

/** A function that runs where something is called. */
export interface Called {
  facts: MethodFacts;
  /** 1 where it is given an object of its own first. */
  shift: 0 | 1;
  /** It may be another one that runs. */
  perhaps?: true;
}

/** What is known of an object that is given to a function. */
export interface Known {
  /** The functions of the notebook that run where it is handed on. */
  find: (to: Passing) => readonly Called[];
  /** What other functions do to it. */
  otherwise: (to: Passing) => Effect;
  /** What `+=` does to it. */
  adding: Effect;
}

/** Names of the functions that a function is given for a parameter. */
export type Given = (parameter: string) => readonly string[];

/**
 * What a function of the notebook does to the object it is given at a position or under a keyword, by itself or
 * through functions it hands the object on to.
 */
export function parameterEffect(
  { facts, shift, perhaps }: Called,
  to: Passing,
  known: Known,
  given: Given,
  seen: Set<MethodFacts> = new Set()
): Effect {
  if (seen.has(facts)) {
    return null;
  }
  const within = new Set(seen).add(facts);
  const { name, gathered } = takenAs(facts, to.parameter, shift);
  const inside = gathered || to.inside === true;
  const own = facts.updates
    .filter(update => update.parameter === name && (!inside || update.part))
    .map(({ sure, augmented }) => (augmented ? known.adding : sure ? 'update' : 'maybeUpdate'));
  const handed = facts.passes
    .filter(pass => pass.parameter === name)
    .flatMap(({ to: next, part }) => {
      const names = /^\(/.test(next.callee) ? given(next.callee.slice(1, -1)) : [next.callee];
      return names.map(callee => {
        const passing = { ...next, callee, ...(inside && !part && { inside: true as const }) };
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
  const effect = strongest([...own, ...handed]);
  return effect && (perhaps ? 'maybeUpdate' : effect);
}

/** Of what a function is given, what it hands on for the parameters of another. */
function handedOn({ passes }: MethodFacts, callee: string, { facts, shift }: Called, given: Given): Given {
  return parameter =>
    passes
      .filter(({ to }) => to.callee === callee && takenAs(facts, to.parameter, shift).name === parameter)
      .flatMap(pass => given(pass.parameter));
}

/** The name by which a function takes what it is given at a position or under a keyword. */
export function takenAs(
  { parameters, gathers }: Pick<MethodFacts, 'parameters' | 'gathers'>,
  parameter: number | string,
  shift: 0 | 1 = 0
): { name: string | undefined; gathered: boolean } {
  const args = gathers?.args;
  if (typeof parameter === 'number') {
    const position = parameter + shift;
    const gathered = args !== undefined && position >= (gathers?.from ?? 0);
    return { name: gathered ? args : parameters[position], gathered };
  }
  const kwargs = parameters.includes(parameter) ? undefined : gathers?.kwargs;
  return { name: kwargs ?? parameter, gathered: kwargs !== undefined };
}

/** The surest of some effects. */
export function strongest(effects: readonly Effect[]): Effect {
  return effects.includes('update') ? 'update' : effects.includes('maybeUpdate') ? 'maybeUpdate' : null;
}
