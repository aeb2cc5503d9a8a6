import { isComponent, type Kept, type Pipeline } from '../../pipeline';
import type { ImportNote, ImportReport } from './import-report';

/** Says what of an imported pipeline is drawn, and what is not. */
export function report({ nodes, imported }: Pipeline): ImportReport {
  const result: ImportReport = { counts: {}, opaque: [], kept: [] };
  for (const [id, node] of Object.entries(nodes)) {
    result.counts[node.kind] = (result.counts[node.kind] ?? 0) + 1;
    if (isComponent(node)) {
      const [what = 'no executor that is in the spec'] = Object.keys(node.executor).map(kind => `a ${kind}`);
      result.opaque.push({
        node: id,
        path: 'executor',
        why: `"${node.title ?? id}" runs ${what}, which is shown as a box with ports and kept as it is.`
      });
    }
    const { kept = [] } = node as { kept?: Kept[] };
    result.kept.push(...notes(id, kept));
  }
  result.kept.push(...notes('', imported?.kept ?? []));
  return result;
}

/** What is beside each other and kept for the same reason is one note. */
function notes(node: string, kept: readonly Kept[]): ImportNote[] {
  const places = new Map<string, { parent: string; keys: string[]; entry: Kept }>();
  for (const entry of kept) {
    const parent = entry.at.slice(0, -1).join('.');
    const id = JSON.stringify([parent, entry.is === undefined, entry.was === undefined]);
    const place = places.get(id) ?? { parent, keys: [], entry };
    place.keys.push(entry.at.at(-1) ?? '');
    places.set(id, place);
  }
  return [...places.values()].map(({ parent, keys, entry }) => ({
    node,
    path: parent ? `${parent}.${keys[0]}` : keys[0],
    why: sentence(node, parent, keys, entry)
  }));
}

const MOST_NAMED = 5;

function sentence(node: string, parent: string, keys: readonly string[], { is, was }: Kept): string {
  const named = keys.slice(0, MOST_NAMED).map(key => `\`${key}\``);
  const rest = keys.length > MOST_NAMED ? ` and ${keys.length - MOST_NAMED} more` : '';
  const what = `${named.join(', ')}${rest}${parent && ` of \`${parent}\``}`;
  const whose = node ? `"${node}"` : 'the pipeline';
  if (is === undefined) {
    return `The spec leaves out ${what} in ${whose}, which Weft would write.`;
  }
  return was === undefined
    ? `No setting of ${whose} says ${what}: it is kept as it is.`
    : `Weft would write ${what} of ${whose} in another way: it is kept as it is.`;
}
