import { Dialog, showDialog } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';

/**
 * Asks what a copied file is: a pipeline of its own, or the same one in a second place.
 * @returns null when the user wants neither now
 */
export async function askAboutCopy(
  path: string,
  original: string,
  writable: boolean,
  trans: TranslationBundle
): Promise<'separate' | 'together' | null> {
  const { button } = await showDialog({
    title: trans.__('%1 is a copy', PathExt.basename(path)),
    body: trans.__(
      'It has the same identity as %1. As a separate pipeline it gets one of its own; else both files are copies of one pipeline, and an edit of one changes the other.',
      original
    ),
    buttons: [
      Dialog.cancelButton({ label: trans.__('Edit Alone for Now') }),
      Dialog.createButton({ label: trans.__('Edit as One'), accept: true, actions: ['together'] }),
      ...(writable ? [Dialog.okButton({ label: trans.__('Make It Separate'), actions: ['separate'] })] : [])
    ]
  });
  return button.accept ? (button.actions[0] as 'separate' | 'together') : null;
}
