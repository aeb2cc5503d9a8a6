import { StoreError } from './store';

/** Which updates a row stands for: those with numbers from `first` to `seq`. */
export interface Link {
  first: number;
  seq: number;
}

/**
 * Makes sure that rows hold every update of a room after `head` up to its last one, none missing in between: storage
 * that lost some must not be taken for the whole. `head` may be in the middle of a row, when rows were merged since.
 *
 * @throws StoreError
 */
export function checkChain(room: string, rows: readonly Link[], head: number, last: number): void {
  let reached = head;
  for (const { first, seq } of rows) {
    if (first > reached + 1) {
      break;
    }
    reached = seq;
  }
  if (reached !== last) {
    throw new StoreError(
      `The storage lost updates of room ${room} (${reached + 1} of ${last} is missing); restore a backup.`
    );
  }
}
