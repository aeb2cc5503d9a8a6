import type { Pipeline, SharedPipeline } from '../pipeline';
import type { User } from '../wire';
import type { RoomAddress } from './room-connection';
import { RoomSession } from './room-session';
import type { Session } from './session';
import type { Timers } from './timers';

/** The session as who opened the document sees it. */
export interface LiveSession extends Session {
  /**
   * Ends a divergence: `shared` goes over to the room's document, and the outcome is written on top of it as one edit
   * that can be undone. Nothing has to be opened again, for views hold on to `shared` and not to its `ydoc`. What the
   * room got since `divergence` was read stays. Until then edits are refused; what is here is kept, in this browser too,
   * and is offered again when the pipeline is opened the next time.
   * @param outcome what is here, what the room holds, or what was made of both
   */
  resolve(outcome: 'mine' | 'theirs' | Pipeline): void;
}

export interface SessionOptions {
  /**
   * What the views show. Until the room is there it shows what it shows now, read-only: the file, most often. Then it
   * goes over to the document of the room (`SharedPipeline.moveTo`): whatever is in it by then is not sent.
   */
  shared: SharedPipeline;
  /** Id of the document. */
  room: string;
  /**
   * Says where the room is, with a new token if it takes one; asked before each connection. `null`: there is no hub.
   * When it rejects, the hub is taken for lost and asked for again later.
   */
  connect(): Promise<RoomAddress | null>;
  /** Text of the pipeline file, for a room that nobody wrote to. */
  file: { text(): string };
  /** Who the user is where there is no hub to say it. */
  user?: User;
  /**
   * Takes the text of a pipeline file with edits that the hub does not take, to be saved as a copy, and why it does not,
   * in a sentence: a user made them offline who may not edit any more, or the room would be too large with them. They
   * are kept in this browser until that is done; when it rejects they stay, and are set aside at the next visit.
   */
  setAside?(text: string, why: string): Promise<void>;
  /**
   * Keeps the room in this browser, so that edits made offline survive a reload; true unless it says otherwise. A text
   * tells apart what is kept of one room: for whom, and by what server, where one browser may see several.
   */
  storage?: boolean | string;
  WebSocket?: typeof WebSocket;
  timers?: Timers;
  /** Translates sentences. */
  trans?: { __(text: string): string };
}

/** Opens a room for live editing, and keeps it open: see `Session`. */
export function createSession(options: SessionOptions): LiveSession {
  return new RoomSession(options);
}
