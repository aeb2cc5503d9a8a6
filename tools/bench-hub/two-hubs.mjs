// Two hubs on one PostgreSQL serve the same room: how soon an edit at one is durable, and seen at the other.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LIMITS } from './cases.mjs';
import { clients, percentile } from './clients.mjs';
import { freePort, startHub } from './processes.mjs';

const RATE = 200;
const WARM = 1000;
/** Long enough for rooms to be compacted a few times, as they are all day. */
const SECONDS = 15;

export const TWO_HUBS = {
  name: 'two hubs on PostgreSQL, 200 updates a second',
  goals: [
    { figure: { name: 'acknowledged, p99', at: run => run.ack }, most: 8 },
    { figure: { name: 'seen across, p99', at: run => run.seen }, most: 15 },
    { figure: { name: 'delivered', at: run => run.delivered }, least: 1 }
  ],

  async measure({ folder, hub }) {
    const { noPostgres, PostgresServer } = await import(pathToFileURL(join(folder, 'postgres.mjs')).href);
    if (noPostgres) {
      return { error: noPostgres };
    }
    const database = await PostgresServer.start('on');
    const ports = [await freePort(), await freePort()];
    const hubs = [];
    const open = await clients(folder);
    const acks = [];
    const seen = [];
    const room = 'bench';
    const started = new Map();
    const writer = open(ports[0], room, {
      onAck: id => acks.push(performance.now() - started.get(id))
    });
    const reader = open(ports[1], room);
    try {
      for (const port of ports) {
        hubs.push(
          await startHub(hub, port, ['--store', 'postgres'], {
            WEFT_DATABASE_URL: database.url(),
            WEFT_HUB_LIMITS: LIMITS
          })
        );
      }
      await writer.connect();
      await reader.connect();
      reader.doc.getMap('nodes').observe(event => {
        const now = performance.now();
        event.keysChanged.forEach(id => seen.push(now - started.get(id)));
      });
      const count = RATE * SECONDS;
      const begin = performance.now();
      for (let i = 0; i < count; i++) {
        while (performance.now() < begin + (1000 / RATE) * i) {
          await new Promise(resolve => setTimeout(resolve, 1));
        }
        const id = `k${i}`;
        started.set(id, performance.now());
        writer.edit(id, doc => doc.getMap('nodes').set(id, i));
      }
      await new Promise(resolve => setTimeout(resolve, 1500));
      const warm = (WARM / 1000) * RATE;
      return {
        ack: percentile(acks.slice(warm), 0.99),
        seen: percentile(seen.slice(warm), 0.99),
        delivered: Math.min(acks.length, seen.length) / count
      };
    } finally {
      writer.close();
      reader.close();
      await Promise.all(hubs.map(one => one.stop()));
      await database.remove();
    }
  }
};
