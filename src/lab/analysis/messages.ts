import type { DrawnCells, PlannedAhead } from '../../flow';
import type { NotebookCell } from '../../notebook';

/** A cell of an open notebook, with its source by number: the same text is sent once. */
export interface SentCell extends Omit<NotebookCell, 'source'> {
  text: number;
}

interface Job {
  job: number;
  /** Which notebook of which pipeline: what was read of it before is remembered under it. */
  key: string;
  path: string;
  /** The cells that are drawn of it, so that their steps can be planned at once. */
  drawn: readonly DrawnCells[];
}

/** Asks for what an open notebook says. */
export interface ReadModel extends Job {
  language: string;
  cells: SentCell[];
  /** Sources by number that were not sent before; those that no cell names any more are forgotten. */
  texts: [number, string][];
}

/** Asks for what a notebook file says. */
export interface ReadFile extends Job {
  file: string;
}

/** A notebook is of no interest any more. */
export interface Forget {
  forget: string;
}

export type Request = ReadModel | ReadFile | Forget;

/** Why a notebook file could not be read. */
export interface ReadFault {
  message: string;
  line?: number;
  column?: number;
}

/**
 * What is told of a job: its cells bit by bit, so that the page takes in no more than a little at a time, then the rest.
 * What is known is JSON of a `KnownCell[]`, `of` texts by their numbers, or, of a file, by the place of a cell.
 */
export type Answer =
  | { job: number; cells: NotebookCell[] }
  | { job: number; known: string; of: number[] }
  | { job: number; done: { language: string; metadata?: unknown; plans: PlannedAhead[] } }
  | { job: number; fault: ReadFault };
