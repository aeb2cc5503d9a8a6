export { createSession, type LiveSession, type SessionOptions } from './create-session';
export { colourOf } from './peers';
export { pruneRooms } from './prune-rooms';
export type { RoomAddress } from './room-connection';
export type * from './session';
export type { Timers } from './timers';
