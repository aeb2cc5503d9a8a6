import { Dialog, showDialog } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { EditorServices } from './services';

/** Files that this page wrote itself: the user knows of them. */
const written = new Set<string>();

/**
 * Asks before a file is written over that says something else and was not written by this page: an imported pipeline
 * is exported under the name of the spec it came from.
 * @returns true when the file may be written
 */
export async function mayReplace(
  path: string,
  text: string,
  { app, trans }: EditorServices
): Promise<boolean> {
  const before = written.has(path) ? undefined : await textOf(path, app);
  if (before !== undefined && before !== text) {
    const { button } = await showDialog({
      title: trans.__('Replace %1?', PathExt.basename(path)),
      body: trans.__('A file of this name is there already and says something else.'),
      buttons: [
        Dialog.cancelButton({ label: trans.__('Cancel') }),
        Dialog.warnButton({ label: trans.__('Replace') })
      ]
    });
    if (!button.accept) {
      return false;
    }
  }
  written.add(path);
  return true;
}

/** The text of a file; undefined when there is none that can be read. */
async function textOf(path: string, app: EditorServices['app']): Promise<string | undefined> {
  try {
    const { content } = await app.serviceManager.contents.get(path, { type: 'file', format: 'text' });
    return typeof content === 'string' ? content : '';
  } catch {
    return undefined;
  }
}
