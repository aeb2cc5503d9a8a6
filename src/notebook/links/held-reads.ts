import type { NameUse, StatementFacts } from '../facts';
import type { LookUp, Version } from './version';

const NONE: readonly NameUse[] = [];

/** What lambdas read that a statement puts into its values, or that are in the values it takes them from. */
export function heldBy({ uses }: StatementFacts, sources: readonly Version[]): readonly NameUse[] {
  const own = uses.filter(({ kept }) => kept);
  const taken = sources.filter(({ holds }) => holds.length > 0);
  if (own.length === 0 && taken.length < 2) {
    return taken[0]?.holds ?? NONE;
  }
  const all = [...own, ...taken.flatMap(({ holds }) => holds)];
  return [...new Map(all.map(use => [`${use.name} ${use.called ?? ''}`, use])).values()];
}

/** Other names of the object of a bind, or of one that it is a part of or contains, as far as they are bound. */
export function boundWith({ aliases = [], shares = [] }: NameUse, lookUp: LookUp): Version[] {
  return [...aliases, ...shares.map(({ name }) => name)].flatMap(name => lookUp(name) ?? []);
}
