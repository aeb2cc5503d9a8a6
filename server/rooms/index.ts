export { Connection } from './connection';
export { CLOSE, Refusal } from './refusal';
export type { Room } from './room';
export { Rooms } from './rooms';
export { KEEP_ALIVE, WEFT_PROTOCOL } from './wire';
