export { Connection } from './connection';
export { KEEP_ALIVE, STOCK_KEEP_ALIVE } from './frames';
export { Quotas } from './quotas';
export { Refusal } from './refusal';
export type { Room } from './room';
export { Rooms } from './rooms';
export { turnAway } from './turn-away';
