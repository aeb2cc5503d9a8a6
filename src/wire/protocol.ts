/** The subprotocol of clients that understand more than y-websocket. */
export const WEFT_PROTOCOL = 'weft.v1';

/**
 * What a second subprotocol begins with that carries a token of a room: browsers cannot set headers of WebSockets, and
 * addresses end up in logs (the scheme of Kubernetes). The hub never chooses it as its answer.
 */
export const TOKEN_PROTOCOL = 'weft.v1.token.';

/**
 * First number of a binary frame, one message in each: 0 to 3 are those of y-websocket, and from 64 on those that only
 * clients of `weft.v1` send and get.
 *
 * | message | from | body |
 * |---|---|---|
 * | hello | hub, before anything else | varString: JSON of `Hello` |
 * | ack | hub | varUint n: the first n frames with updates (`0 1` and `0 2`) of this connection are durable |
 * | notice | hub | varString: JSON of `Notice` |
 * | keepAlive | either | nothing; the hub answers one with one |
 * | comment | client | varString: JSON of `CommentRequest`; counts as a frame with an update, and so is acknowledged |
 * | seed | client | varString: text of a pipeline file, for a room that is empty; counts likewise |
 */
export const MESSAGE = {
  sync: 0,
  presence: 1,
  auth: 2,
  queryPresence: 3,
  hello: 64,
  ack: 65,
  notice: 66,
  keepAlive: 67,
  comment: 68,
  seed: 69
} as const;

/** Second number of a frame of `sync`. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/**
 * Codes with which the hub closes a connection. Stock clients take 4400 to 4499 as final and try again after any
 * other. A proxy may lose the code: clients of `weft.v1` get the notice `closing` first.
 */
export const CLOSE = {
  /** The hub ends; another one will take over. */
  restart: 1012,
  /** The room cannot go on, most often because its storage failed; what was not stored is with the clients. */
  failed: 1011,
  /** The client reads more slowly than the others write, or there are too many of them. */
  slow: 1013,
  /** A frame that is not of the protocol. */
  malformed: 4400,
  /** No longer the rights that the connection was opened with, or a token that ran out: come again with a new one. */
  revoked: 4401,
  /** The user may not do this, or not be here. */
  forbidden: 4403,
  /** A name of a room that no document has. */
  noRoom: 4404,
  /** The client's history is not the room's: it was made for a room of another epoch. */
  otherEpoch: 4409,
  /** A frame or a state of presence above the limit, or an edit that would make the pipeline larger than a room may be. */
  tooLarge: 4413,
  /** An update that cannot be applied. */
  notApplicable: 4422
} as const;
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** Query parameter of a room's address: the epoch of the history that the client brings along. */
export const EPOCH_PARAMETER = 'epoch';
