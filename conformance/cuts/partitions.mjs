// Ways to cut a notebook: each gives groups of cell ids, in notebook order.

/** All cells as one step: what the others are held against. */
export const whole = ids => [ids];

/** One cut, at every place. */
export const places = ids =>
  ids.slice(1).map((id, i) => ({ name: `at ${id}`, groups: [ids.slice(0, i + 1), ids.slice(i + 1)] }));

/**
 * Each cell its own step, but for cells that must be together: those between them join them too, so that no step
 * waits for itself.
 * @param reasons for groups: the pairs of cells, as `write` and `read`, that speak against them
 */
export function finest(ids, reasons) {
  let groups = ids.map(id => [id]);
  for (;;) {
    const found = reasons(groups)
      .map(({ write, read }) => [write, read].map(({ cell }) => groups.findIndex(g => g.includes(cell))))
      .filter(([from, to]) => from >= 0 && to >= 0);
    // in one step already: what is against it began above
    const [first, last] = (found.find(([from, to]) => from !== to) ?? found.find(([from]) => from > 0) ?? [])
      .map((group, i, [from, to]) => (from === to && i === 0 ? group - 1 : group))
      .sort((a, b) => a - b);
    if (first === undefined) {
      return groups;
    }
    groups = [...groups.slice(0, first), groups.slice(first, last + 1).flat(), ...groups.slice(last + 1)];
  }
}

/**
 * Random partitions, every other one of groups that are not in one piece. Of the latter only those in which no step
 * waits for itself: few others are left by chance, and that they are refused is no news.
 */
export function randoms(ids, count, seed, refused) {
  const random = generator(seed);
  const found = [];
  const seen = new Set();
  for (let tries = 0; found.length < count && tries < 60 * count; tries++) {
    const scattered = found.length % 2 === 1;
    const steps = 2 + Math.floor(random() * (Math.min(ids.length, 7) - 1));
    const groups = scattered ? scatter(ids, steps, random) : pieces(ids, steps, random);
    const key = JSON.stringify(groups);
    if (!seen.has(key) && !(scattered && refused(groups).some(({ rule }) => rule === 'cycle'))) {
      seen.add(key);
      found.push({ name: `${scattered ? 'scattered' : 'pieces'} ${found.length}`, groups });
    }
  }
  return found;
}

function pieces(ids, steps, random) {
  const starts = new Set([0]);
  while (starts.size < steps) {
    starts.add(1 + Math.floor(random() * (ids.length - 1)));
  }
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.map((start, i) => ids.slice(start, sorted[i + 1]));
}

/** Cells stay with the one above more often than not, as in notebooks that people cut. */
function scatter(ids, steps, random) {
  const groups = Array.from({ length: steps }, () => []);
  let group = 0;
  for (const id of ids) {
    group = random() < 0.55 ? group : Math.floor(random() * steps);
    groups[group].push(id);
  }
  return groups.filter(cells => cells.length > 0);
}

/** Mulberry32: the same numbers everywhere. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
