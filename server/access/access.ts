import type { IncomingMessage } from 'node:http';
import type { Role, User } from '../../src/wire';

/** What a token of a room grants. */
export interface Claim {
  /** The one room that it opens. */
  room: string;
  /** The most that its bearer may do there, whatever the shares say; without it the shares alone decide. */
  role?: Role;
  /** When it runs out. A connection opened with it ends then. */
  expires: Date;
}

/** Somebody who may come in; what they may do is decided room by room (`roleIn`). */
export interface Visitor {
  user: User;
  /** Set when they came with a token of a room. */
  claim?: Claim;
  /** Where the client is, for limits; null when all come from one place, such as Jupyter's proxy. */
  address: string | null;
}

/** What a page for signing in answers: where the browser goes next, or one sentence about why it goes nowhere. */
export type SignInPage = { location: string; cookies: string[] } | { refused: string };

/** Decides who may use the hub: one implementation for each mode. */
export interface Access {
  /** What a user may do in a room whose owner said nothing about them. */
  readonly defaultRole: Role | 'none';
  /** Origins of pages that may use the hub beside those of its own host. */
  readonly origins: readonly string[];
  /** Pages for signing in, by path below the base, where the mode has some; whoever asks for them is not known yet. */
  readonly signIn?: Readonly<Record<string, (request: IncomingMessage) => Promise<SignInPage>>>;
  /** Whether a request came a way that leads here; whoever comes another way is not even told that the hub is well. */
  reaches(request: IncomingMessage): boolean;
  /** Where the client of a request is, known before it is admitted; null when all come from one place. */
  addressOf(request: IncomingMessage): string | null;
  /**
   * Who sent a request, WebSocket or not; null when that is nobody whom the hub knows, or a page of an origin that is
   * not allowed. Never rejects.
   */
  admit(request: IncomingMessage): Promise<Visitor | null>;
}
