import type { NotebookCell } from './facts';

export interface Heading {
  /** Of 1 to 6. */
  level: number;
  /** Without its markup. */
  title: string;
}

/** A heading of CommonMark with `#` signs; the closing signs are no part of its text. */
const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
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
      last = headingsIn(source).at(-1)?.title ?? last;
    } else if (type === 'code') {
      if (last !== undefined) {
        found.set(id, last);
      }
      last = undefined;
    }
  }
  return found;
}

/** The headings of a Markdown text, those of fenced code left out. */
export function headingsIn(markdown: string): Heading[] {
  const found: Heading[] = [];
  let fence: string | undefined;
  for (const line of markdown.split(/\r\n?|\n/)) {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark === fence)) {
      fence = fence === undefined ? mark : undefined;
    } else if (fence === undefined) {
      const [, signs, text] = HEADING.exec(line) ?? [];
      const title = plain(text ?? '');
      if (title !== '') {
        found.push({ level: signs.length, title });
      }
    }
  }
  return found;
}

/** A heading without its links, emphasis, code marks and tags. */
const plain = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/(\*\*|__|\*|`)(.+?)\1/g, '$2')
    .trim();
