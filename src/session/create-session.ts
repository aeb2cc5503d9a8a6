import type { Pipeline, SharedPipeline } from '../pipeline';
import type { User } from '../wire';
import type { RoomAddress } from './room-connection';
import { RoomSession } from './room-session';
import type { Session } from './session';
import type { Timers } from './timers';

/** The session as who opened the document sees it. */
export interface LiveSession extends Session {
  /**
   * Ends a divergence: the document goes over to the room's history, and the outcome is written on top of it as one
   * edit that can be undone. What the room got since `divergence` was read stays.
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
  /** Keeps the room in this browser, so that edits made offline survive a reload; true unless it says otherwise. */
  storage?: boolean;
  WebSocket?: typeof WebSocket;
  timers?: Timers;
  /** Translates sentences. */
  trans?: { __(text: string): string };
}

/** Opens a room for live editing, and keeps it open: see `Session`. */
export function createSession(options: SessionOptions): LiveSession {
  return new RoomSession(options);
}
