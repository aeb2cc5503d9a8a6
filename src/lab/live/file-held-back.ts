import type { FileMerge } from './merge-file';

/** What a merge of a file came to, where it takes a decision. */
export type Undecided = Exclude<FileMerge, { kind: 'nothing' | 'merged' }>;

/** The file says something that only the user can decide about, and they did not yet: it is left as it is. */
export class FileHeldBack extends Error {
  override readonly name = 'FileHeldBack';

  constructor(readonly merge: Undecided) {
    super('The file says something else.');
  }
}
