import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { INotebookTracker } from '@jupyterlab/notebook';

/**
 * Selects the cell that a context menu was opened on, unless it is among the selected ones: a right click in the
 * text of a cell leaves another cell active.
 */
export function selectClickedCell(app: JupyterFrontEnd, notebooks: INotebookTracker | null): void {
  const clicked = app.contextMenuHitTest(node => node.classList.contains('jp-Cell'));
  const notebook = notebooks?.find(panel => panel.content.node.contains(clicked ?? null))?.content;
  const index = notebook?.widgets.findIndex(cell => cell.node === clicked) ?? -1;
  if (notebook && index >= 0 && !notebook.isSelectedOrActive(notebook.widgets[index])) {
    notebook.deselectAll();
    notebook.activeCellIndex = index;
  }
}
