import * as Y from 'yjs';

/**
 * Merges stored updates into one by replaying them: merging a hundred thousand small ones as bytes takes minutes,
 * replaying them a fraction of a second.
 *
 * @throws Error when one of them is no update.
 */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => updates.forEach(update => Y.applyUpdate(doc, update)));
  return Y.encodeStateAsUpdate(doc);
}
