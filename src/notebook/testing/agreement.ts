/** How two groupings of the same things agree. */

/**
 * The adjusted Rand index of two groupings: 1 when they are the same, about 0 when they agree by chance alone
 * (Hubert and Arabie 1985).
 */
export function adjustedRand(one: readonly string[], other: readonly string[]): number {
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const sizes = (keys: readonly string[]): number[] => {
    const counts = new Map<string, number>();
    keys.forEach(key => counts.set(key, (counts.get(key) ?? 0) + 1));
    return [...counts.values()];
  };
  const sum = (keys: readonly string[]): number => sizes(keys).reduce((all, count) => all + pairs(count), 0);
  const both = sum(one.map((key, i) => JSON.stringify([key, other[i]])));
  const expected = one.length > 1 ? (sum(one) * sum(other)) / pairs(one.length) : 0;
  const most = (sum(one) + sum(other)) / 2;
  return most === expected ? Number(sum(one) === sum(other)) : (both - expected) / (most - expected);
}

/** F1 of the places where one grouping of a sequence passes from group to group, against those of the other. */
export function boundaryF1(one: readonly string[], other: readonly string[]): number {
  const cuts = (keys: readonly string[]): boolean[] => keys.slice(1).map((key, i) => key !== keys[i]);
  const [found, wanted] = [cuts(one), cuts(other)];
  const hits = found.filter((cut, i) => cut && wanted[i]).length;
  const all = found.filter(Boolean).length + wanted.filter(Boolean).length;
  return all === 0 ? 1 : (2 * hits) / all;
}
