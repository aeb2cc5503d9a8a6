import { Notification } from '@jupyterlab/apputils';
import type { Live } from '../live';
import { saveCopy } from './save-copy';

/** Saves edits that the hub does not take in a file of their own, and says why. Rejects when they cannot be saved. */
export async function tellSetAside(text: string, why: string, path: string, live: Live): Promise<void> {
  const { trans } = live;
  try {
    await saveCopy(text, path, live);
    Notification.warning(trans.__('%1 What you edited is in the copy alone.', why), { autoClose: false });
  } catch (error) {
    Notification.error(
      trans.__(
        '%1 What you edited could not be saved as a copy either (%2); it stays in this browser, and is saved when you open the pipeline again.',
        why,
        error instanceof Error ? error.message : String(error)
      ),
      { autoClose: false }
    );
    throw error;
  }
}
