import type { RecordEntry, ShareChange, Shares, Version } from '../../src/wire';

/** What a room is made of as it is stored. */
export interface Stored {
  /** Random, of this incarnation of the room: another one has other history. */
  epoch: string;
  /** Number of the last update; 0 while there is none. Numbers grow by one with each update. */
  head: number;
  /** Yjs updates, encoding 1, that make up all up to `head`; fewer than `head` when they were merged. */
  updates: Uint8Array[];
}

/** An update with who made it. */
export interface Update {
  bytes: Uint8Array;
  username: string;
}

/** What was given: who has which role, and everybody else; `others` of a new room is `null`, the hub's own default. */
export interface StoredShares {
  users: Shares['users'];
  others: Shares['others'] | null;
}

/** A version with its content: the whole state as one Yjs update. */
export type StoredVersion = Version & { state: Uint8Array };

/**
 * Keeps rooms: their updates, who may do what, versions, and what was done. Several hubs may share one store.
 *
 * Every promise may be rejected with a `StoreError`. The calls for one room take effect in the order they are made:
 * a `since` sees every `append` that was called before it and was not rejected. Opening the storage is left to the
 * first call; `check` is the one to begin with.
 */
export interface Store {
  /** Whether other hubs may use the same storage at the same time; absent: none does. */
  readonly isShared?: boolean;
  /**
   * The room as it is stored; made, empty, with a new epoch, when there is none. This user becomes its owner when nobody
   * has a role in it, as in a room that is new.
   */
  open(room: string, username: string): Promise<Stored>;
  /** Whether there is such a room. */
  has(room: string): Promise<boolean>;
  /** The first update of an empty room, by exactly one writer. @returns whether it was this one */
  seed(room: string, epoch: string, update: Update): Promise<boolean>;
  /**
   * Resolves with the number of the last of these updates when they would survive a loss of power. After a rejection it
   * is unknown which of them are stored: open the room again before anything more is appended.
   * @throws EpochError when the room has another epoch by now
   */
  append(room: string, epoch: string, updates: readonly Update[]): Promise<number>;
  /** Updates after a number, those of other hubs among them, and the last number. @throws EpochError */
  since(room: string, epoch: string, head: number): Promise<{ head: number; updates: Uint8Array[] }>;
  /** Replaces the updates that are stored by one that holds them all; what is appended meanwhile stays. */
  compact(room: string): Promise<void>;

  /** Users by name, in order of their names. */
  shares(room: string): Promise<StoredShares>;
  /** The role that was given to a user by name, and that of everybody else. */
  roleOf(
    room: string,
    username: string
  ): Promise<{ own: Shares['others'] | null; others: Shares['others'] | null }>;
  /**
   * `none` takes back what a user was given by name. The last owner stays one: whoever asks at the same moment, here or
   * at another hub of the store, no room that had an owner is left without.
   * @returns whether it was done; `false` when it would have taken the room from its last owner
   */
  share(room: string, change: ShareChange): Promise<boolean>;

  /** The newest first; their ids count from 1 in each room. */
  versions(room: string): Promise<Version[]>;
  version(room: string, id: number): Promise<StoredVersion | null>;
  saveVersion(room: string, version: { name: string; by: string; state: Uint8Array }): Promise<Version>;

  /** Writes down what was done; needs not be durable at once. Of each room only the newest thousands are kept. */
  record(room: string, entry: Omit<RecordEntry, 'at'>): Promise<void>;
  /** The newest entries first. */
  records(room: string, limit: number): Promise<RecordEntry[]>;

  /** Passes something on to the other hubs of this store, where there are any; may be lost. */
  publish(room: string, message: Uint8Array): void;
  /** Hears of other hubs: of updates that they stored (a hint: some may be missed), and what they published. */
  listen(listener: StoreListener): () => void;

  /** Copies all rooms into a file, while they are in use. @throws StoreError when the file is there already */
  backup(file: string): Promise<void>;
  /**
   * Takes all rooms from a backup into this store, which must be empty. Every room gets a new epoch: what was written
   * after the backup is with the clients, who must not mix both histories.
   */
  restore(file: string): Promise<void>;
  /** Resolves when the store can be read and written. */
  check(): Promise<void>;
  /** Makes what was appended durable and lets go of the storage; the store is of no use afterwards. */
  close(): Promise<void>;
}

export interface StoreListener {
  /** `null`: any room, since hints may have been lost; look at every one that is open. */
  stored(room: string | null): void;
  published(room: string, message: Uint8Array): void;
}

/** Storage that cannot be opened, read or written: what happened, where, and what to do. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError';
}

/** The room was made anew: its history is another one now. */
export class EpochError extends StoreError {
  override readonly name = 'EpochError';
}
