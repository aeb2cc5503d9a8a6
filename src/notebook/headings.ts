import type { NotebookCell } from './facts';

/** A heading of CommonMark with `#` signs; the closing signs are no part of its text. */
const HEADING = /^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
const FENCE = /^ {0,3}(```|~~~)/;

/**
 * The heading directly above each code cell, by the cell's id: the last one of the Markdown between it and the code
 * cell before it. Markup within a heading is left out.
 */
export function headings(cells: readonly NotebookCell[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let last: string | undefined;
  for (const { id, type, source } of cells) {
    if (type === 'markdown') {
      last = lastHeading(source) ?? last;
    } else if (type === 'code') {
      if (last !== undefined) {
        found.set(id, last);
      }
      last = undefined;
    }
  }
  return found;
}

function lastHeading(markdown: string): string | undefined {
  let fence: string | undefined;
  let last: string | undefined;
  for (const line of markdown.split(/\r\n?|\n/)) {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark === fence)) {
      fence = fence === undefined ? mark : undefined;
    } else if (fence === undefined) {
      last = plain(HEADING.exec(line)?.[1] ?? '') || last;
    }
  }
  return last;
}

/** A heading without its links, emphasis, code marks and tags. */
const plain = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/(\*\*|__|\*|`)(.+?)\1/g, '$2')
    .trim();
