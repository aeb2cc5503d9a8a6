import type { Version, VersionShare } from './version';

/** What an object has in common with that of a root. A chain of containers has all before it in each. */
export function sharesWith({ shares }: Version, root: Version): readonly VersionShare[] {
  if (shares.length < MANY) {
    return shares.filter(share => share.root === root);
  }
  let index = indexes.get(shares);
  if (!index) {
    index = { first: new Map(), again: [] };
    indexes.set(shares, index);
    for (const share of shares) {
      if (index.first.has(share.root)) {
        index.again.push(share);
      } else {
        index.first.set(share.root, share);
      }
    }
  }
  const first = index.first.get(root);
  return first ? [first, ...index.again.filter(share => share.root === root)] : NONE;
}

const MANY = 16;
const NONE: readonly VersionShare[] = [];

/** Lists of shares are never changed in place. */
const indexes = new WeakMap<
  readonly VersionShare[],
  { first: Map<Version, VersionShare>; again: VersionShare[] }
>();
