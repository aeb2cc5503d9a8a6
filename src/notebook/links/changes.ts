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

/** Of the names there are, those that stand for the object of a version, or for one that it holds and changes. */
export function partnersOf({ root }: Version, names: Iterable<Version>): Version[] {
  return [...names].filter(
    other =>
      other.root !== root &&
      (root.shares.some(shared => shared.root === other.root) ||
        other.root.shares.some(shared => shared.root === root && shared.how !== 'holds'))
  );
}
