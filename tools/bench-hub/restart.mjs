// A hub with many clients is killed and started again: how long until all of them are served. The clients are those that
// y-websocket ships, which all try again at the same instants.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { LIMITS } from './cases.mjs';
import { freePort, startHub } from './processes.mjs';

const CLIENTS = 1000;
const ROOMS = 50;
const PATIENCE = 60_000;

export const RESTART = {
  name: '1,000 clients after a restart',
  goals: [{ figure: { name: 'all served, s', at: run => run.seconds }, most: 10 }],

  async measure({ folder, hub }) {
    const port = await freePort();
    const data = mkdtempSync(join(folder, 'data-'));
    let server = await startHub(hub, port, ['--data', data], { WEFT_HUB_LIMITS: LIMITS });
    const providers = Array.from(
      { length: CLIENTS },
      (_, i) =>
        new WebsocketProvider(`ws://127.0.0.1:${port}/weft/rooms`, `room${i % ROOMS}`, new Y.Doc(), {
          WebSocketPolyfill: WebSocket,
          disableBc: true
        })
    );
    try {
      await all(providers, provider => provider.synced);
      await server.stop('SIGKILL');
      await all(providers, provider => !provider.synced);
      const begin = performance.now();
      server = await startHub(hub, port, ['--data', data], { WEFT_HUB_LIMITS: LIMITS });
      await all(providers, provider => provider.synced);
      return { seconds: (performance.now() - begin) / 1000 };
    } finally {
      providers.forEach(provider => provider.destroy());
      await server.stop();
    }
  }
};

async function all(providers, condition) {
  const deadline = performance.now() + PATIENCE;
  while (!providers.every(condition)) {
    if (performance.now() > deadline) {
      throw new Error(`${providers.filter(one => !condition(one)).length} clients were never served.`);
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
