import { isViewed } from '../effects/by-type';
import { areApart } from '../values/regions';
import type { CurrentNames } from './current-names';
import { keepsByKey } from './methods';
import { isContent } from './shares';
import { sharesWith } from './shares-with';
import type { Version, VersionShare } from './version';

/** An object is changed in place, by one of its names. */
export interface Change {
  cell: number;
  line: number;
  /** The name's version before. */
  version: Version;
  /** Other names that then stand for the object, or for one that it holds and changes. */
  partners: Version[];
  /** How many uses were met before. */
  at: number;
}

/** How far a change of an object goes. */
export interface Reach {
  /** A part of the object changes, which may be another object that it contains. */
  part: boolean;
  /** The attribute or key that leads to the part, or that is set to another object. */
  member?: string;
  /** `+=` at the member: whether a part is an array, to which it adds in place. */
  adds?: (part: Version) => boolean;
}

/**
 * Of the names there are, those that stand for the object of a version, or for one that it holds and changes, or
 * that show its change because they contain it.
 */
export function partnersOf({ root }: Version, names: CurrentNames, reach: Reach): Version[] {
  const { part } = reach;
  const items = root.shares.filter(mine => mine.how === 'part' || (part && isGathered(mine)));
  const selves = [root, ...root.shares.flatMap(mine => (mine.how === 'same' ? mine.root : []))];
  const near = new Set([
    ...root.shares.map(mine => mine.root),
    ...[...selves, ...items.map(mine => mine.root)].flatMap(each => [...each.sharers])
  ]);
  near.delete(root);
  return names
    .standingFor(near)
    .filter(
      other =>
        other.functions === null &&
        (sharesWith(root, other.root).some(({ how }) => how !== 'contains' || part) ||
          selves.some(self =>
            sharesWith(other.root, self).some(
              shared =>
                shared.how !== 'holds' && (!shared.part || part) && !isSpared(shared, other, root, reach)
            )
          ) ||
          items.some(mine => hasItem(other.root, mine)))
    );
}

/**
 * Whether a change of an object leaves a part of it alone that another name stands for or contains: one of another member
 * does, and so does all that is done to a list or dictionary itself, or to set an attribute, which put other objects in
 * the places of parts.
 */
function isSpared(
  { how, part, member }: VersionShare,
  other: Version,
  changed: Version,
  reach: Reach
): boolean {
  if ((how !== 'part' && !part) || member === undefined) {
    return false;
  }
  const isPut = !reach.part && !reach.adds?.(other);
  return isKey(member)
    ? keepsByKey(changed) && (isPut || isApart(member, reach.member))
    : reach.member !== undefined && !isKey(reach.member) && (isPut || member !== reach.member);
}

/**
 * Whether a read of an object by a member, where the other one is a part of it by another member, does not see what changes
 * of that part. The attributes of an array are views of all of it.
 */
export function isUnseen(by: string | undefined, read: Version, changed: Version): boolean {
  const shared = by === undefined || isViewed(read.root.made) ? [] : sharesWith(changed.root, read.root);
  return shared.length > 0 && shared.every(({ how, member }) => how === 'part' && isApart(member, by));
}

const isKey = (member: string): boolean => member.startsWith('[');

/** Whether two parts of one object are reached by members that are spelt out, and not the same. */
const isApart = (one: string | undefined, other: string | undefined): boolean =>
  one !== other &&
  one !== undefined &&
  other !== undefined &&
  one !== '[]' &&
  other !== '[]' &&
  isKey(one) === isKey(other);

/** Whether a change of an object is one of an item that the other one is, or has, too: both got it from a third. */
const hasItem = (other: Version, mine: VersionShare): boolean =>
  sharesWith(other, mine.root).some(its =>
    isGathered(its) || (its.how === 'part' && isGathered(mine))
      ? !isApart(its.member, mine.member)
      : its.how === 'part' && isViewed(mine.root.made) && !areApart(its.region, mine.region)
  );

/** It contains items of another object: `{p.name: p for p in players}`. */
const isGathered = ({ how, part }: VersionShare): boolean => how === 'contains' && part === true;

/** An object that perhaps changes with another. */
export interface Touched {
  version: Version;
  part: boolean;
  /** The other one contains it. */
  content: boolean;
}

/** What changes perhaps with a version: what it is a part of, and what it contains where a part of it changes. */
export function* changedWith(
  { name, root, aliases }: Version,
  part: boolean,
  names: CurrentNames
): Generator<Touched> {
  for (const alias of aliases) {
    const version = alias === name ? null : names.get(alias);
    if (version && version.kind !== 'import') {
      const whole = root.shares.some(shared => shared.root === version.root && shared.how === 'same');
      yield { version, part: part || !whole, content: false };
    }
  }
  const contents = new Set(part ? root.shares.filter(isContent).map(shared => shared.root) : []);
  for (const version of names.standingFor(contents)) {
    yield { version, part: false, content: true };
  }
}
