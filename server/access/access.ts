import type { IncomingHttpHeaders } from 'node:http';
import type { User } from './user';

/** Decides who may use the hub. */
export interface Access {
  /** Whether a request may see anything at all. */
  admits(headers: IncomingHttpHeaders): boolean;
  /** The user who may open a room by this request; nothing if there is none. */
  identify(headers: IncomingHttpHeaders): User | undefined;
}
