export { Door } from './door';
export { type HttpContext } from './endpoint';
export { startHeartbeat } from './heartbeat';
export type { LiveRooms } from './live-rooms';
export { operation } from './operation';
export type { OtherHub } from './other-hub';
export { respond } from './respond';
export { upgrade, webSocketServer } from './upgrade';
