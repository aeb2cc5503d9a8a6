import { onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { headersOf } from './hub';
import { until } from './until';

/** The client that y-websocket ships, unchanged but for the headers that Jupyter would add. */
export function stockClient(url: string, room: string, user: string, doc = new Y.Doc()): WebsocketProvider {
  class AsUser extends WebSocket {
    constructor(address: string, protocols?: string[]) {
      super(address, protocols, { headers: headersOf(user) });
    }
  }
  const provider = new WebsocketProvider(`ws://${url}rooms`, room, doc, {
    WebSocketPolyfill: AsUser as unknown as typeof globalThis.WebSocket,
    disableBc: true
  });
  onTestFinished(() => provider.destroy());
  return provider;
}

/** Resolves when the hub answered what the document lacked. */
export const untilSynced = (provider: WebsocketProvider) =>
  until(() => provider.synced, `${provider.roomname} is synchronised`);
