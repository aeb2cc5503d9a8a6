import type { NameUse, ObjectShare } from '../facts';
import type { LookUp, Version, VersionShare } from './version';

/**
 * The names that a name is bound with, those among them that are told by what their objects are.
 * @param given what a function of the notebook gives
 */
export function boundAliases(
  { aliases = [], shares = [] }: NameUse,
  given: readonly ObjectShare[],
  resolve: (shares: readonly ObjectShare[]) => readonly VersionShare[]
): string[] {
  const open = [...shares.filter(({ how }) => how === 'draws' || how === 'view'), ...given];
  const byType = open.filter(share => share.how !== 'contains' && resolve([share]).length > 0);
  return [...new Set([...aliases, ...byType.map(({ name }) => name)])];
}

/** The method that a name is bound to, with the object it is one of. */
export function boundMethod(method: NameUse['method'], atEntry: LookUp): Version['method'] {
  const owner = method && atEntry(method.of);
  return owner ? { ...method, root: owner.root } : undefined;
}
