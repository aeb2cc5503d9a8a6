import { isContent } from './shares';
import type { Version } from './version';

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

/**
 * Of the names there are, those that stand for the object of a version, or for one that it holds and changes, or
 * that show its change because they contain it.
 * @param part a part of the object changes, which may be another object that it contains
 */
export function partnersOf({ root }: Version, names: Iterable<Version>, part: boolean): Version[] {
  return [...names].filter(
    other =>
      other.root !== root &&
      (root.shares.some(shared => shared.root === other.root && (shared.how !== 'contains' || part)) ||
        other.root.shares.some(
          shared => shared.root === root && shared.how !== 'holds' && (!shared.part || part)
        ))
  );
}

/** Of the names there are, those of objects that a version contains. */
export function contentsOf({ root }: Version, names: Iterable<Version>): Version[] {
  const contents = new Set(root.shares.filter(isContent).map(shared => shared.root));
  return contents.size === 0 ? [] : [...names].filter(other => contents.has(other.root));
}
