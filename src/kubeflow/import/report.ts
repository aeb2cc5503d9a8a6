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
    result.kept.push(...kept.map(entry => note(id, entry)));
  }
  result.kept.push(...(imported?.kept ?? []).map(entry => note('', entry)));
  return result;
}

function note(node: string, { at, is, was }: Kept): ImportNote {
  const path = at.join('.');
  const whose = node ? `"${node}"` : 'the pipeline';
  if (is === undefined) {
    return { node, path, why: `The spec leaves out \`${path}\` of ${whose}, which Weft would write.` };
  }
  return {
    node,
    path,
    why:
      was === undefined
        ? `No setting of ${whose} says \`${path}\`, so it is kept as it is.`
        : `Weft would write \`${path}\` of ${whose} in another way, so it is kept as it is.`
  };
}
