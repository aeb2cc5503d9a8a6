import type { MethodFacts, Passing } from '../facts';

/**
 * What a function of the notebook does to the object it is given at a position or under a keyword, by itself or
 * through functions it hands the object on to.
 * @param otherwise what other functions do to it
 */
export function parameterEffect(
  facts: MethodFacts,
  parameter: number | string,
  lookUp: (to: Passing) => MethodFacts | null,
  otherwise: (to: Passing) => 'update' | 'maybeUpdate' | null,
  seen: Set<MethodFacts> = new Set()
): 'update' | 'maybeUpdate' | null {
  const name = typeof parameter === 'number' ? facts.parameters[parameter] : parameter;
  if (seen.has(facts)) {
    return null;
  }
  seen.add(facts);
  const own = facts.updates.filter(update => update.parameter === name);
  if (own.some(update => update.sure)) {
    return 'update';
  }
  const handed = facts.passes
    .filter(pass => pass.parameter === name)
    .map(({ to }) => {
      const next = lookUp(to);
      return next ? parameterEffect(next, to.parameter, lookUp, otherwise, seen) : otherwise(to);
    });
  if (handed.includes('update')) {
    return 'update';
  }
  return own.length > 0 || handed.includes('maybeUpdate') ? 'maybeUpdate' : null;
}
