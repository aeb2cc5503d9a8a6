import type { NotebookCell } from './facts';

export interface Heading {
  /** Of 1 to 6. */
  level: number;
  /** Without its markup. */
  title: string;
}

/** A heading of CommonMark with `#` signs; the closing signs are no part of its text. */
const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
/** What stands below the text of a heading. */
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const HTML = /<h([1-6])(?:\s[^>]*)?>([^]*?)<\/h\1\s*>/gi;
/** A line of a paragraph: no blank, quote, list, rule, table, indented code or HTML. */
const PARAGRAPH = /^ {0,3}(?![ \t>|]|[-+*](?:[ \t]|$)|\d+[.)][ \t]|<\/?\w|(?:[*_-][ \t]*){3,}$)\S/;
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

/**
 * The headings of a Markdown text, those of fenced code left out: with `#` signs, underlined (CommonMark's "setext
 * headings"), and of HTML, `<h2>…</h2>`.
 */
export function headingsIn(markdown: string): Heading[] {
  const found: Heading[] = [];
  let fence: string | undefined;
  let above: string[] = [];
  const add = (level: number, text: string): void => {
    const title = plain(text);
    if (title !== '') {
      found.push({ level, title });
    }
  };
  for (const line of withHtmlOnOneLine(markdown).split(/\r\n?|\n/)) {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark === fence)) {
      fence = fence === undefined ? mark : undefined;
      above = [];
    } else if (fence === undefined) {
      const [, signs, text] = HEADING.exec(line) ?? [];
      const [, underline] = UNDERLINE.exec(line) ?? [];
      const html = [...line.matchAll(HTML)];
      if (signs) {
        add(signs.length, text);
      } else if (underline && above.length > 0) {
        add(underline.startsWith('=') ? 1 : 2, above.join(' '));
      }
      html.forEach(([, level, inner]) => add(Number(level), inner));
      const isText = !signs && !underline && html.length === 0 && PARAGRAPH.test(line);
      above = isText ? [...above, line.trim()] : [];
    }
  }
  return found;
}

/** Headings of HTML may go over several lines. */
const withHtmlOnOneLine = (markdown: string): string =>
  /<h[1-6]/i.test(markdown)
    ? markdown.replace(HTML, heading => heading.replace(/\s*[\r\n]+\s*/g, ' '))
    : markdown;

/** A heading without its links, emphasis, code marks and tags. */
const plain = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/(\*\*|__|\*|`)(.+?)\1/g, '$2')
    .trim();
