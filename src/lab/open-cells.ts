import type { ISharedNotebook } from '@jupyter/ydoc';
import { MARK_KEY, type Notebook, type NotebookCell, readMark, uniqueId } from '../notebook';

/** The cells of an open notebook, from its model: the page may show only some of them. */
export function openCells(model: ISharedNotebook, path: string, language: string): Notebook {
  const used = new Set<string>();
  return {
    path,
    language,
    cells: model.cells.map((cell, index) => {
      const mark = readMark(cell.getMetadata(MARK_KEY));
      return {
        id: uniqueId(cell.id, used),
        index,
        type: cell.cell_type as NotebookCell['type'],
        source: cell.getSource(),
        tags: (cell.getMetadata('tags') as string[] | undefined) ?? [],
        ...(mark && { mark })
      };
    })
  };
}

/** Whether nothing that is read of a notebook differs; outputs and widths of windows are not. */
export function sameCells(a: Notebook, b: Notebook): boolean {
  return (
    a.path === b.path &&
    a.language === b.language &&
    a.cells.length === b.cells.length &&
    a.cells.every((cell, i) => sameCell(cell, b.cells[i]))
  );
}

const sameCell = (a: NotebookCell, b: NotebookCell): boolean =>
  a.id === b.id &&
  a.type === b.type &&
  a.source === b.source &&
  a.tags.join('\n') === b.tags.join('\n') &&
  JSON.stringify(a.mark) === JSON.stringify(b.mark);
