import { isSteady } from '../effects/by-type';
import type { ObjectShare } from '../facts';
import { isContainer, isOfNotebook } from './methods';
import type { Version, VersionShare } from './version';

type LookUp = (name: string) => Version | null;

/**
 * What names stand for that an object is bound up with, and what those contain in turn: a part of an object may be
 * any of its contents.
 * @param lookUp the version of a name now
 * @param atEntry that of a name when the statement began
 */
export function versionShares(
  shares: readonly ObjectShare[],
  lookUp: LookUp,
  atEntry: LookUp
): VersionShare[] {
  return shares.flatMap(({ name, how, part }) => {
    const root = (how === 'twin' ? lookUp(name) : atEntry(name))?.root;
    if (!root || root.kind === 'import' || isCopied(root, how, part, lookUp)) {
      return [];
    }
    const contents = how === 'part' || how === 'contains' ? root.shares.filter(isContent) : [];
    return [
      { root, how: how === 'twin' ? 'same' : how, ...(part && { part }) },
      ...contents.map(content => ({ ...content, how }) as VersionShare)
    ];
  });
}

export const isContent = ({ how }: VersionShare): boolean => how === 'contains';

/** What libraries give as parts is mostly a copy. */
function isCopied(root: Version, how: ObjectShare['how'], part: true | undefined, lookUp: LookUp): boolean {
  return part
    ? isSteady(root.made)
    : how === 'part' && isOfNotebook(root, lookUp) !== true && !isContainer(root);
}
