import type { NameUse, ObjectShare } from '../facts';
import type { LookUp, Version, VersionShare } from './version';

/**
 * The names that a name is bound with, those among them that are told by what their objects are.
 * @param given what a function of the notebook gives
 * @param before what the name was: a part of that has its aliases
 */
export function boundAliases(
  { name, aliases = [], shares = [] }: NameUse,
  given: readonly ObjectShare[],
  before: Version | null,
  resolve: (shares: readonly ObjectShare[]) => readonly VersionShare[]
): string[] {
  const open = [...shares.filter(({ how }) => how === 'draws' || how === 'view'), ...given];
  const byType = open.filter(share => share.how !== 'contains' && resolve([share]).length > 0);
  const own = before && before.aliases.length > 0 ? shares.filter(share => share.name === name) : [];
  const kept = own.length > 0 && resolve(own).length > 0 ? before!.aliases : [];
  return [...new Set([...aliases, ...kept, ...byType.map(({ name }) => name)])];
}

/** The method that a name is bound to, with the object it is one of. */
export function boundMethod(method: NameUse['method'], atEntry: LookUp): Version['method'] {
  const owner = method && atEntry(method.of);
  return owner ? { ...method, root: owner.root } : undefined;
}
