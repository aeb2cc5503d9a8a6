import { Clipboard, InputDialog, Notification } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { EditorHost } from '../actions';
import { hashSource } from '../notebook';
import type { CellRef } from '../pipeline';
import { chooseNotebook } from './choose-notebook';
import type { WeftModel } from './model';
import { INSPECTOR } from './names';
import type { EditorServices } from './services';

/** Text of the clipboard; a browser that does not let us read it is named, and gives nothing. */
async function readClipboard(trans: TranslationBundle): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    Notification.warning(
      trans.__('The browser does not let this page read the clipboard; allow it and paste again.')
    );
    return '';
  }
}

/** Path of one file as another file's neighbour names it. */
export function relativeTo(pipeline: string, path: string): string {
  return PathExt.relative(PathExt.dirname(pipeline), path);
}

/** References to the code cells among some cells of a notebook, in notebook order. */
export function cellRefs(cells: Iterable<{ type: string; id: string; source: string }>): CellRef[] {
  return [...cells]
    .filter(cell => cell.type === 'code')
    .map(({ id, source }) => ({ id, hash: hashSource(source) }));
}

/** What JupyterLab does for an editor: messages, files, the clipboard, the notebook used last. */
export function labHost(context: DocumentRegistry.IContext<WeftModel>, services: EditorServices): EditorHost {
  const { app, documents, notebooks, trans } = services;
  const beside = (path: string) => PathExt.join(PathExt.dirname(context.path), path);
  return {
    notify: (message, kind) =>
      void Notification[kind](message, { autoClose: kind === 'error' ? false : 5000 }),
    offer: (message, label, accept) =>
      void Notification.info(message, { autoClose: 12_000, actions: [{ label, callback: accept }] }),
    clipboard: {
      write: text => navigator.clipboard?.writeText(text) ?? Promise.resolve(Clipboard.copyToSystem(text)),
      read: () => readClipboard(trans)
    },
    prompt: async (title, value) => (await InputDialog.getText({ title, text: value })).value,
    saveFile: async (path, text) => {
      await app.serviceManager.contents.save(beside(path), { type: 'file', format: 'text', content: text });
    },
    openFile: (path, cell, line) => {
      void app.commands.execute('docmanager:open', { path: beside(path) }).then(() => {
        const panel = notebooks?.find(other => other.context.path === beside(path));
        return panel && cell ? showCell(panel, cell, line) : undefined;
      });
    },
    openInspector: () => app.shell.activateById(INSPECTOR),
    ...(documents && {
      chooseNotebook: async () => {
        const path = await chooseNotebook(documents, PathExt.dirname(context.path), trans);
        return path === null ? null : relativeTo(context.path, path);
      }
    }),
    selectedCells: () => {
      const panel = notebooks?.currentWidget;
      if (!panel) {
        return null;
      }
      const chosen = panel.content.widgets.filter(widget => panel.content.isSelectedOrActive(widget));
      const cells = cellRefs(
        chosen.map(({ model }) => ({ type: model.type, id: model.id, source: model.sharedModel.getSource() }))
      );
      return cells.length > 0 ? { notebook: relativeTo(context.path, panel.context.path), cells } : null;
    }
  };

  async function showCell(panel: NotebookPanel, cell: string, line?: number): Promise<void> {
    await panel.context.ready;
    const index = panel.content.widgets.findIndex(widget => widget.model.id === cell);
    if (index < 0) {
      Notification.warning(trans.__('The cell is no longer in %1.', panel.context.path));
      return;
    }
    panel.content.activeCellIndex = index;
    await panel.content.scrollToItem(index, 'center');
    const { activeCell } = panel.content;
    if (line !== undefined && activeCell) {
      await activeCell.ready;
      activeCell.editor?.setCursorPosition({ line: line - 1, column: 0 });
      panel.content.mode = 'edit';
    }
  }
}
