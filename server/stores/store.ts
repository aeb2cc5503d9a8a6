/**
 * Keeps the updates of rooms. An update is a Yjs update, encoding 1.
 *
 * Every promise may be rejected with a `StoreError`. The calls for one room take effect in the order they are made:
 * a `load` sees every `append` that was called before it and was not rejected.
 */
export interface Store {
  /** All updates of a room, oldest first; none for a room that nobody wrote to. */
  load(room: string): Promise<Uint8Array[]>;
  /**
   * Resolves when the updates would survive a loss of power. After a rejection it is unknown which updates of the
   * room are stored: load it again before anything more is appended.
   */
  append(room: string, updates: readonly Uint8Array[]): Promise<void>;
  /** Replaces the updates that are stored by one that holds them all; what is appended meanwhile stays. */
  compact(room: string): Promise<void>;
  /** Makes what was appended durable and lets go of the storage; the store is of no use afterwards. */
  close(): Promise<void>;
}

/** Storage that cannot be opened, read or written: what happened, where, and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
