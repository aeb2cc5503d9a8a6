import type { MethodFacts, Passing } from '../facts';

/**
 * What a function of the notebook does to the object it is given at a position or under a keyword, by itself or
 * through functions it hands the object on to.
 * @param otherwise what other functions do to it
 * @param adding what `+=` does to it
 */
export function parameterEffect(
  facts: MethodFacts,
  parameter: number | string,
  lookUp: (to: Passing) => MethodFacts | null,
  otherwise: (to: Passing) => 'update' | 'maybeUpdate' | null,
  adding: 'update' | 'maybeUpdate' | null,
  seen: Set<MethodFacts> = new Set()
): 'update' | 'maybeUpdate' | null {
  const name = typeof parameter === 'number' ? facts.parameters[parameter] : parameter;
  if (seen.has(facts)) {
    return null;
  }
  seen.add(facts);
  const own = facts.updates
    .filter(update => update.parameter === name)
    .map(({ sure, augmented }) => (augmented ? adding : sure ? 'update' : 'maybeUpdate'));
  const handed = facts.passes
    .filter(pass => pass.parameter === name)
    .map(({ to }) => {
      const next = lookUp(to);
      return next ? parameterEffect(next, to.parameter, lookUp, otherwise, adding, seen) : otherwise(to);
    });
  return strongest([...own, ...handed]);
}

/** The surest of some effects. */
export function strongest(
  effects: readonly ('update' | 'maybeUpdate' | null)[]
): 'update' | 'maybeUpdate' | null {
  return effects.includes('update') ? 'update' : effects.includes('maybeUpdate') ? 'maybeUpdate' : null;
}
