import type { NameUse, ObjectShare } from '../facts';
import type { LookUp, Version, VersionShare } from './version';

/** The names that a name is bound with, those among them that are told by what their objects are. */
export function boundAliases(
  { aliases = [], shares = [] }: NameUse,
  resolve: (shares: readonly ObjectShare[]) => readonly VersionShare[]
): string[] {
  const byType = shares.filter(
    share => (share.how === 'draws' || share.how === 'view') && resolve([share]).length > 0
  );
  return [...new Set([...aliases, ...byType.map(({ name }) => name)])];
}

/** The method that a name is bound to, with the object it is one of. */
export function boundMethod(method: NameUse['method'], atEntry: LookUp): Version['method'] {
  const owner = method && atEntry(method.of);
  return owner ? { ...method, root: owner.root } : undefined;
}
