import type { CommentRequest, Presence, Role, User } from '../wire';

/**
 * Where live editing stands.
 *
 * - `connecting`: the hub was not heard yet.
 * - `live`: connected.
 * - `offline`: the hub was lost; edits are kept here and sent when it is back.
 * - `alone`: there is no hub; the file is edited as any other.
 * - `refused`: the hub sends the user away for good; `message` says why.
 * - `diverged`: the room has another history than what is kept here; the user must choose (`Divergence`).
 */
export type Connection = 'connecting' | 'live' | 'offline' | 'alone' | 'refused' | 'diverged';

/** What the user is told about live editing; immutable, the same object until something changed. */
export interface SessionState {
  connection: Connection;
  /** One sentence, where there is something to say: why it is refused, that the storage fails. */
  message: string | null;
  /** `viewer` and `commenter` must not edit; null until the hub said it, and when alone (then the file decides). */
  role: Role | null;
  /** Who the user is here, as the hub says, or the Jupyter server when alone; null until then. */
  user: User | null;
  epoch: string | null;
  /** Edits of this client that the hub has not acknowledged. */
  unsent: number;
}

/** Somebody else in the room: one per client, so that one person with two tabs is there twice. */
export interface Peer {
  /** Number of the client in the document. */
  client: number;
  user: User;
  /** One of `--weft-peer-1` to `--weft-peer-8`, by user, the same for everybody. */
  colour: number;
  presence: Presence;
}

/** Two histories of one pipeline, which must not be merged as such. Texts are those of pipeline files. */
export interface Divergence {
  /** What both have in common, where it is known: the last text that the hub acknowledged here. */
  base: string | null;
  /** What is here, with edits that the hub never got. */
  mine: string;
  /** What the room holds. */
  theirs: string;
}

/**
 * Live editing of one pipeline, as the views see it. No view knows of sockets.
 *
 * Views draw a `SharedPipeline`; a session gives it the document of the room when that is there, and another one when
 * the room got another history (`SharedPipeline.moveTo`). Edits are welcome while `connection` is `live` or `offline`
 * with a role that may edit, or `alone`; otherwise what is seen is the file, or what is to be decided about.
 */
export interface Session {
  readonly state: SessionState;
  /** Others in the room; the same array until something changed. */
  readonly peers: readonly Peer[];
  /** Set while `state.connection` is `diverged`. */
  readonly divergence: Divergence | null;
  /** Calls back after `state` or `peers` changed, at most once per frame; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Shows others where this user is; `undefined` takes a part back. Sent at most 20 times a second. */
  show(part: Partial<Presence>): void;
  /** What this client shows now. */
  readonly shown: Presence;
  /**
   * Writes a comment: into the document for who may edit or is alone, else through the hub.
   * @returns false when it cannot be done now: no right to, or a commenter without a connection
   */
  comment(request: CommentRequest): boolean;
  /** Tries to connect now instead of when the time has come. */
  reconnect(): void;
  /** Ends the session; what is not acknowledged stays in this browser and is sent when the room is opened again. */
  dispose(): void;
}
