import { randomBytes } from 'node:crypto';
import type { RecordEntry, ShareChange, Version } from '../../src/wire';
import type { Store, StoredVersion } from './store';

/** Updates to be stored in a room of an epoch; `first`: only if the room has none. */
export interface Append {
  room: string;
  epoch: string;
  updates: readonly Uint8Array[];
  /** Who made each of them. */
  usernames: readonly string[];
  first: boolean;
}

/** An entry of what was done. */
export interface Entry {
  room: string;
  entry: Omit<RecordEntry, 'at'>;
}

/** What one commit stores. */
export interface Batch {
  appends: readonly Append[];
  entries: readonly Entry[];
}

/** Answers of a commit, one for each append: the number of its last update, or why it was not stored. */
export const OTHER_EPOCH = -1;
export const NOT_EMPTY = -2;

/** Entries of the record that are kept of each room. */
export const RECORDS = 1000;

/** An epoch for a new incarnation of a room. */
export const newEpoch = () => randomBytes(16).toString('base64url');

/** Whether a change would leave a room with these owners without any. */
export const losesLastOwner = (
  owners: readonly Pick<ShareChange, 'username'>[],
  { username, role }: ShareChange
) => role !== 'owner' && owners.length === 1 && owners[0].username === username;

/** Rows of a room, for merging: updates, and the numbers under which they are stored. */
export interface Rows {
  numbers: number[];
  updates: Uint8Array[];
}

/**
 * How rooms are kept, one call after another: all of a call is stored, or nothing. `OrderedStore` makes a store of it:
 * it puts calls in order, gathers appends, and merges rows.
 */
export interface Engine extends Pick<
  Store,
  'open' | 'has' | 'since' | 'shares' | 'roleOf' | 'versions' | 'records' | 'backup' | 'restore' | 'check'
> {
  commit(batch: Batch): Promise<number[]>;
  rows(room: string): Promise<Rows>;
  /** Puts one update in the place of rows, unless one of them is gone. @returns whether it did */
  replace(room: string, numbers: readonly number[], merged: Uint8Array): Promise<boolean>;
  share(room: string, change: ShareChange): Promise<boolean>;
  version(room: string, id: number): Promise<StoredVersion | null>;
  saveVersion(room: string, version: { name: string; by: string; state: Uint8Array }): Promise<Version>;
  close(): Promise<void>;
}

/** The same calls, answered at once where they may be. */
export type Sync<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => Promise<infer R> ? (...args: A) => R | Promise<R> : T[K];
};
