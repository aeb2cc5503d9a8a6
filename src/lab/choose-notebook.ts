import type { IDocumentManager } from '@jupyterlab/docmanager';
import { FileDialog } from '@jupyterlab/filebrowser';
import type { TranslationBundle } from '@jupyterlab/translation';
import { fileKind } from './import/dropped-files';

/**
 * Asks for a notebook, starting in a folder.
 * @returns its path, or null when the user gave up
 */
export async function chooseNotebook(
  manager: IDocumentManager,
  folder: string,
  trans: TranslationBundle
): Promise<string | null> {
  const { value } = await FileDialog.getOpenFiles({
    manager,
    title: trans.__('Add a notebook as one step'),
    defaultPath: folder,
    filter: ({ type, path }) => (type === 'directory' || isNotebook(path) ? {} : null)
  });
  return value?.find(({ path }) => isNotebook(path))?.path ?? null;
}

const isNotebook = (path: string) => fileKind(path) === 'notebook';
