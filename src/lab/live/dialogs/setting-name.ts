import type { TranslationBundle } from '@jupyterlab/translation';
import { nodeTitle, type Pipeline } from '../../../pipeline';

/** What a path into a pipeline is called: `“Train”: resources, cpu`. */
export function settingName(
  [part, id, ...rest]: readonly string[],
  pipelines: readonly Pipeline[],
  trans: TranslationBundle
): string {
  if (part === 'nodes' && id !== undefined) {
    const title = titleOf(id, pipelines);
    return rest.length > 0 ? trans.__('“%1”: %2', title, rest.join(', ')) : trans.__('Node “%1”', title);
  }
  if (part === 'parameters' && id !== undefined) {
    return trans.__('Parameter “%1”', [id, ...rest].join(', '));
  }
  if (part === 'comments') {
    return trans.__('Comments');
  }
  return trans.__('Pipeline: %1', [part, ...(id === undefined ? [] : [id]), ...rest].join(', '));
}

function titleOf(id: string, pipelines: readonly Pipeline[]): string {
  const holder = pipelines.find(({ nodes }) => Object.hasOwn(nodes, id));
  return holder ? nodeTitle(holder.nodes[id], id) : id;
}

/** A value as a few words; whole nodes and long lists are cut. */
export function shortly(value: unknown, trans: TranslationBundle): string {
  if (value === undefined) {
    return trans.__('not there');
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
