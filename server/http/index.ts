export { startHeartbeat } from './heartbeat';
export { respond } from './respond';
export { upgrade, webSocketServer } from './upgrade';
