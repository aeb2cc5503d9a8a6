/** The known name that a misspelt one is nearest to, if one is near enough to be meant. */
export function nearestName(name: string, known: Iterable<string>): string | null {
  const limit = name.length <= 3 ? 1 : name.length <= 7 ? 2 : 3;
  let best: string | null = null;
  let least = limit + 1;
  for (const candidate of known) {
    if (candidate !== name && Math.abs(candidate.length - name.length) < least) {
      const distance = editDistance(name, candidate);
      if (distance < least && distance < Math.max(name.length, candidate.length)) {
        best = candidate;
        least = distance;
      }
    }
  }
  return best;
}

/** Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length];
}
