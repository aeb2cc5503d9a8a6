import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SqliteStore } from '../stores';
import { bundleHub, spawnHub } from '../testing/bundle';
import { temporaryFolder, testHub } from '../testing/hub';
import { presenceFrame, RawClient } from '../testing/raw-client';
import { TcpProxy } from '../testing/tcp-proxy';
import { until } from '../testing/until';
import { Writer } from '../testing/writer';

const ROOM = 'doc1';
const below = (port: number) => `127.0.0.1:${port}/weft/`;

/** Edits of a writer that were acknowledged. */
function acknowledgedBy(writer: Writer): Map<string, number> {
  const edits = new Map<string, number>();
  writer.onAck = (key, value) => edits.set(key, value);
  return edits;
}

it('takes frames that arrive byte by byte', async () => {
  const hub = await testHub();
  const network = await TcpProxy.open(hub.port);
  network.up.crumbs = network.down.crumbs = true;
  const near = await Writer.open(hub.url, ROOM);
  const far = await Writer.open(below(network.port), ROOM, 'bob');
  const acknowledged = acknowledgedBy(far);
  for (let i = 0; i < 20; i++) {
    far.write(`far${i}`, i);
    near.write(`near${i}`, i);
  }
  await until(() => acknowledged.size === 20, 'all is acknowledged');
  await until(() => near.read('far19') === 19 && far.read('near19') === 19, 'both have the edits of both');
});

it('lets go of a client whose machine is gone without a word', async () => {
  const hub = await testHub({}, { keepAlive: 50 });
  const network = await TcpProxy.open(hub.port);
  const stays = await RawClient.open(`${hub.url}rooms/${ROOM}`);
  const leaves = await RawClient.open(`${below(network.port)}rooms/${ROOM}`, { user: 'bob' });
  leaves.send(presenceFrame([7, 1, '{}']));
  const hears = (text: string) =>
    until(
      () => stays.frames.some(frame => frame[0] === 1 && Buffer.from(frame).includes(text)),
      `${text} is heard`
    );
  await hears('bob');
  network.up.stalled = network.down.stalled = true;
  await hears('null');
});

it('acknowledges nothing that it did not get, and all of it once the network is back', async () => {
  const hub = await testHub();
  const network = await TcpProxy.open(hub.port);
  const near = await Writer.open(hub.url, ROOM);
  const far = await Writer.open(below(network.port), ROOM, 'bob');
  const acknowledged = acknowledgedBy(far);
  network.up.stalled = true;
  far.write('far', 1);
  near.write('near', 1);
  await until(() => far.read('near') === 1, 'the edit of the other arrives');
  expect(acknowledged.size).toBe(0);
  network.heal();
  await until(() => acknowledged.size === 1, 'it is acknowledged');
  expect(near.read('far')).toBe(1);
});

it('does not keep for a slow reader what the others write, and brings it up to date', async () => {
  const hub = await spawnHub(await bundleHub(temporaryFolder()));
  const network = await TcpProxy.open(Number(new URL(`http://${hub.url}`).port));
  const writer = await Writer.open(hub.url, ROOM);
  const acknowledged = acknowledgedBy(writer);
  let slow = await Writer.open(below(network.port), ROOM, 'bob');
  network.down.stalled = true;
  const before = residentBytes(hub.process.pid);
  const padding = 'x'.repeat(100_000);
  const count = 1000;
  for (let i = 1; i <= count; i++) {
    writer.write('count', i, padding);
    if (i % 10 === 0) {
      await until(() => acknowledged.get('count') === i, 'the writer is acknowledged meanwhile');
    }
  }
  // A hundred megabytes went by; the system's own buffers hold some of it, and the hub may hold four.
  expect(residentBytes(hub.process.pid) - before).toBeLessThan(70e6);
  network.heal();
  await until(async () => {
    slow = slow.isClosed ? await Writer.open(below(network.port), ROOM, 'bob') : slow;
    return slow.read('count') === count;
  }, 'the slow reader has it all');
});

/** Memory that a process has now. */
function residentBytes(pid = 0): number {
  return 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

it('goes on when the clock jumps', async () => {
  const hub = await testHub({ store: new SqliteStore(temporaryFolder()) });
  const writer = await Writer.open(hub.url, ROOM);
  const acknowledged = acknowledgedBy(writer);
  const { now } = Date;
  try {
    for (const [i, jump] of [0, 86_400_000, -86_400_000, 10 * 365 * 86_400_000].entries()) {
      Date.now = () => now() + jump;
      writer.write('jump', i + 1);
      const started = performance.now();
      while (acknowledged.get('jump') !== i + 1) {
        expect(performance.now() - started).toBeLessThan(10_000);
        await new Promise(resolve => setTimeout(resolve, 5));
      }
    }
  } finally {
    Date.now = now;
  }
});
