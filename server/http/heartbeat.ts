import type { WebSocket, WebSocketServer } from 'ws';
import { WEFT_PROTOCOL } from '../../src/wire';
import { KEEP_ALIVE, STOCK_KEEP_ALIVE } from '../rooms';

/**
 * Lets every client hear from the hub now and then, and ends connections whose other side is gone without a word:
 * those that did not answer the ping of the round before. Returns how to stop.
 */
export function startHeartbeat(server: WebSocketServer, period: number): () => void {
  const silent = new WeakSet<WebSocket>();
  const timer = setInterval(() => {
    for (const client of server.clients) {
      if (client.isPaused) {
        continue; // its answers are not read either
      }
      if (silent.has(client)) {
        client.terminate();
        continue;
      }
      silent.add(client);
      client.once('pong', () => silent.delete(client));
      client.ping();
      client.send(client.protocol === WEFT_PROTOCOL ? KEEP_ALIVE : STOCK_KEEP_ALIVE);
    }
  }, period);
  timer.unref();
  return () => clearInterval(timer);
}
