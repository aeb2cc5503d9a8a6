/**
 * Codes with which the hub closes a connection. Stock clients take 4400 to 4499 as final and try again after any
 * other.
 */
export const CLOSE = {
  /** The hub ends; another one will take over. */
  restart: 1012,
  /** The room cannot go on, most often because its storage failed; what was not stored is with the clients. */
  failed: 1011,
  /** The client reads more slowly than the others write. */
  slow: 1013,
  /** A frame that is not of the protocol. */
  malformed: 4400,
  /** A name of a room that no document has. */
  noRoom: 4404,
  /** A frame or a state of presence above the limit. */
  tooLarge: 4413,
  /** An update that cannot be applied. */
  notApplicable: 4422
} as const;
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** Why a client is sent away; the message is one sentence for its user. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: CloseCode,
    message: string
  ) {
    super(message);
  }
}
