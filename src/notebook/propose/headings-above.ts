import { unnumbered } from '../cells-title';
import type { Notebook } from '../facts';
import { type Heading, headingsIn } from '../headings';

/**
 * The headings in the markdown between each code cell and the one above, by the id of the cell: ATX headings of
 * CommonMark, outside fenced code. The title of the notebook is left out: its first heading, when no other is as high.
 */
export function headingsAbove(notebook: Notebook): Map<string, Heading[]> {
  const found = new Map<string, Heading[]>();
  let waiting: Heading[] = [];
  for (const cell of notebook.cells) {
    if (cell.type === 'markdown') {
      waiting.push(
        ...headingsIn(cell.source).map(({ level, title }) => ({ level, title: unnumbered(title) }))
      );
    } else if (cell.type === 'code') {
      found.set(cell.id, waiting);
      waiting = [];
    }
  }
  const [title, ...others] = [...found.values(), waiting].flat();
  const isTitle = (heading: Heading) => heading === title && others.every(({ level }) => level > title.level);
  return new Map([...found].map(([id, headings]) => [id, headings.filter(heading => !isTitle(heading))]));
}
