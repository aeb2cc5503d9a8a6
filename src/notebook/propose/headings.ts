import type { Notebook } from '../facts';

export interface Heading {
  /** Of 1 to 6. */
  level: number;
  title: string;
}

/**
 * The headings in the markdown between each code cell and the one above, by the id of the cell: ATX headings of
 * CommonMark, outside fenced code. The title of the notebook is left out: its first heading, when no other is as high.
 */
export function headingsAbove(notebook: Notebook): Map<string, Heading[]> {
  const found = new Map<string, Heading[]>();
  let waiting: Heading[] = [];
  for (const cell of notebook.cells) {
    if (cell.type === 'markdown') {
      waiting.push(...headingsIn(cell.source));
    } else if (cell.type === 'code') {
      found.set(cell.id, waiting);
      waiting = [];
    }
  }
  const [title, ...others] = [...found.values(), waiting].flat();
  const isTitle = (heading: Heading) => heading === title && others.every(({ level }) => level > title.level);
  return new Map([...found].map(([id, headings]) => [id, headings.filter(heading => !isTitle(heading))]));
}

function headingsIn(markdown: string): Heading[] {
  const text = markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  return [...text.matchAll(/^ {0,3}(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$/gm)]
    .map(([, marks, title]) => ({ level: marks.length, title: plainText(title) }))
    .filter(({ title }) => title !== '');
}

/** Without the marks of emphasis, code and links, tags of HTML, and numbers in front. */
function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/[*`]|(?<!\w)_|_(?!\w)/g, '')
    .replace(/^[\s\d.)\-:]+(?=\p{L})/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}
