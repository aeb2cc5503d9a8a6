import type { Flow } from '../../flow';
import type { Repair } from '../../pipeline';
import type { Finding, Rule } from '../rule';
import { titleOf } from '../words';

export const cycle: Rule = {
  id: 'cycle',
  about: 'No step waits for itself, directly or through others.',
  check: ({ flow }) => [
    ...flow.cycles.map(ids => finding(flow, wayRound(flow, ids), ids[0], undefined)),
    ...flow.repairs.flatMap(repair => brokenCycle(flow, repair))
  ]
};

function brokenCycle(flow: Flow, { reason, node, field, to }: Repair): Finding[] {
  if (reason === 'missing' || field[0] === 'group' || !('node' in to)) {
    return [];
  }
  const ids = reason === 'self' ? [node] : wayBetween(flow, node, to.node);
  return [finding(flow, ids, node, field[0] === 'inputs' ? `inputs.${field[1]}` : field[0])];
}

function finding(flow: Flow, ids: readonly string[], node: string, field: string | undefined): Finding {
  const round = [...ids, ids[0]].map(id => titleOf(flow, id)).join(' → ');
  return {
    severity: 'error',
    node,
    ...(field !== undefined && { field }),
    message: `These steps wait for each other in a circle: ${round}.`,
    fix: 'Remove one of the edges between them.'
  };
}

/** The shortest circle through the first of nodes that all lead to each other. */
function wayRound(flow: Flow, ids: readonly string[]): readonly string[] {
  const [start] = ids;
  const ways = flow.edges
    .filter(({ source, target }) => target === start && ids.includes(source))
    .map(({ source }) => wayBetween(flow, start, source));
  return ways.sort((a, b) => a.length - b.length)[0] ?? ids;
}

/** The shortest way along edges, both ends included; just the ends when there is none. */
function wayBetween(flow: Flow, from: string, to: string): string[] {
  const previous = new Map<string, string>();
  const open = [from];
  for (let at = open.shift(); at !== undefined && at !== to; at = open.shift()) {
    for (const edge of flow.edges) {
      if (edge.source === at && edge.target !== from && !previous.has(edge.target)) {
        previous.set(edge.target, at);
        open.push(edge.target);
      }
    }
  }
  const way = [to];
  for (let at = previous.get(to); at !== undefined; at = previous.get(at)) {
    way.unshift(at);
  }
  return way[0] === from ? way : [from, to];
}
