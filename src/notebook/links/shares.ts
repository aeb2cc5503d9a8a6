import { isFixed, isGenerator, isModel, isSteady, isViewed } from '../effects/by-type';
import type { ObjectShare } from '../facts';
import { type Definitions, givesParts, isOfNotebook, keepsByKey } from './methods';
import { type LookUp, tellSharers, type Version, type VersionShare } from './version';

/**
 * What names stand for that an object is bound up with, and what those contain in turn: a part of an object may be
 * any of its contents.
 * @param known with the version of a name now
 * @param atEntry that of a name when the statement began
 */
export function versionShares(
  shares: readonly ObjectShare[],
  { methods, lookUp }: Definitions,
  atEntry: LookUp
): VersionShare[] {
  return shares.flatMap(({ name, how, part, member, region }) => {
    const root = (how === 'twin' ? lookUp(name) : atEntry(name))?.root;
    if (!root || root.kind === 'import' || isFixed(root.made) || isCopied(root, how, part, lookUp)) {
      return [];
    }
    const contents = how === 'same' || how === 'twin' || how === 'view' ? [] : root.shares.filter(isContent);
    const by = {
      ...(member !== undefined && !isWhole(member, root, { methods }) && { member }),
      ...(region && { region })
    };
    return [
      { root, how: MEANING[how], ...(part && { part }), ...by },
      ...contents.map(content => ({ ...content, how: MEANING[how] })),
      ...root.shares.flatMap(share => through(MEANING[how], share, by))
    ];
  });
}

/** What is reached by a member may have all of the object: a bound method, and a layer or step of a model. */
export const isWhole = (
  member: string,
  version: Version | null,
  { methods }: Pick<Definitions, 'methods'>
): boolean => isModel(version?.made) || methods.called(`.${member}`) !== null;

/**
 * From now on the object of a version contains others. Of what it is a part of, and of what it is in, the names are
 * known by what they were bound to, so that they are not told.
 */
export function contain({ root }: Version, found: readonly ObjectShare[], definitions: Definitions): void {
  if (isSteady(root.made)) {
    return;
  }
  const stored = found.filter(({ key }) => !key || keepsByKey(root));
  const known = new Map<Version, VersionShare | null>(root.shares.map(share => [share.root, share]));
  known.set(root, null);
  const more: VersionShare[] = [];
  const byMore = new Set<Version>();
  for (const share of versionShares(stored, definitions, definitions.lookUp)) {
    const before = known.get(share.root);
    if (before === undefined) {
      known.set(share.root, share);
      more.push(share);
    } else if (before && before.member !== share.member) {
      byMore.add(share.root);
    }
  }
  if (more.length > 0) {
    root.shares = [...root.shares, ...more];
    tellSharers(root);
  }
  if (byMore.size > 0) {
    root.shares = root.shares.map(share => (byMore.has(share.root) ? byAnyMember(share) : share));
  }
}

const byAnyMember = ({ root, how, part }: VersionShare): VersionShare => ({
  root,
  how,
  ...(part && { part })
});

/** What a value has in common with what another one is, or is a part of, when it is bound up with that other one. */
function through(
  how: VersionShare['how'],
  { root, ...next }: VersionShare,
  taken: Pick<VersionShare, 'member' | 'region'>
): VersionShare[] {
  if (how === 'holds' || (next.how !== 'same' && next.how !== 'part')) {
    return [];
  }
  const { member, region } = next.how === 'same' ? taken : next;
  const by = { ...(member !== undefined && { member }), ...(region && { region }) };
  return how === 'contains'
    ? [{ root, how, ...(next.how === 'part' && { part: true }), ...by }]
    : [{ root, how: how === 'same' ? next.how : 'part', ...by }];
}

/** A part of what gives its parts gives its own. */
const isPart = ({ made, shares }: Version): boolean =>
  made === undefined && shares.some(({ how }) => how === 'part');

export const isContent = ({ how }: VersionShare): boolean => how === 'contains';

/** What each comes to, once it is known what the other object is. */
const MEANING: Readonly<Record<ObjectShare['how'], VersionShare['how']>> = {
  same: 'same',
  twin: 'same',
  holds: 'holds',
  draws: 'holds',
  contains: 'contains',
  part: 'part',
  view: 'part'
};

/** What libraries give as parts is mostly a copy, a slice of a list is one, and a number is nothing to draw from. */
function isCopied(root: Version, how: ObjectShare['how'], part: true | undefined, lookUp: LookUp): boolean {
  if (part) {
    return isSteady(root.made);
  }
  switch (how) {
    case 'part':
      return isOfNotebook(root, lookUp) !== true && !givesParts(root) && !isPart(root);
    case 'view':
      return isOfNotebook(root, lookUp) !== true && !isViewed(root.made);
    case 'draws':
      return !isGenerator(root.made);
    default:
      return false;
  }
}
