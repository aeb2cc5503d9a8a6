import yaml from 'js-yaml';
import { pathText } from '../../src/kubeflow';

/** A value as it stands in a text; lines count from 0. */
interface Placed {
  first: number;
  last: number;
  kind: string | null;
  value: unknown;
  inner: Placed[];
}

/**
 * The path of the innermost value that stands on a line of YAML text, as source maps write it.
 * @param line counted from 1
 * @param names what paths in the first, second … document begin with
 * @returns undefined when the line holds nothing, such as a comment
 */
export function pathOfLine(text: string, line: number, names: readonly string[]): string | undefined {
  let index = -1;
  for (const document of placedDocuments(text)) {
    index += 1;
    if (names[index] !== undefined && document.first <= line - 1 && line - 1 <= document.last) {
      return pathText([names[index], ...keysAt(document, line - 1)]);
    }
  }
  return undefined;
}

/** The reader calls back when it opens and closes a value, keys included. */
function placedDocuments(text: string): Placed[] {
  const open: Placed[] = [];
  const documents: Placed[] = [];
  yaml.loadAll(text, undefined, {
    listener(event, state) {
      if (event === 'open') {
        open.push({ first: state.line, last: state.line, kind: null, value: undefined, inner: [] });
        return;
      }
      const closed = open.pop();
      if (!closed) {
        return;
      }
      // at the end of a block the reader stands on the line after it
      Object.assign(closed, { last: state.line, kind: state.kind, value: state.result as unknown });
      (open.at(-1)?.inner ?? documents).push(closed);
    }
  });
  return documents;
}

function keysAt({ kind, inner }: Placed, line: number): string[] {
  const members: { key: string; first: number; value: Placed }[] =
    kind === 'mapping'
      ? inner.flatMap((key, i) =>
          i % 2 === 0 && inner[i + 1]
            ? [{ key: String(key.value), first: key.first, value: inner[i + 1] }]
            : []
        )
      : kind === 'sequence'
        ? inner.map((value, i) => ({ key: String(i), first: value.first, value }))
        : [];
  const found = members.findLast(member => member.first <= line);
  return found ? [found.key, ...keysAt(found.value, line)] : [];
}
