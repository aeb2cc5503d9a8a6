import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleHub, spawnHub } from '../testing/bundle';
import { temporaryFolder } from '../testing/hub';
import { Writer } from '../testing/writer';

/** How often the hub is killed; `WEFT_KILLS=1000` for all that is promised. */
const KILLS = Number(process.env.WEFT_KILLS ?? 20);
/** Enough that rooms are merged in the store again and again. */
const EDITS_PER_MS = 3;
const WRITERS = 3;
/** Keys that are written again and again, so that the document stays small. */
const KEYS = 300;
const ROOM = 'doc1';

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

interface Outcome {
  acknowledged: number;
  lost: string[];
}

/**
 * Writes to a hub, kills it at a random instant, starts it again and reads with a client that knows nothing, before
 * any old one is back: `kills` times, all on one storage.
 */
async function fire(bundle: string, kills: number): Promise<Outcome> {
  const data = temporaryFolder();
  const expected = new Map<string, number>();
  const outcome: Outcome = { acknowledged: 0, lost: [] };
  let count = 0;
  for (let kill = 0; kill <= kills; kill++) {
    const hub = await spawnHub(bundle, data);
    const fresh = await Writer.open(hub.url, ROOM);
    for (const [key, value] of expected) {
      if (!(Number(fresh.read(key)) >= value)) {
        outcome.lost.push(
          `${key}: ${value} was acknowledged before kill ${kill}, ${fresh.read(key)} is there`
        );
        expected.delete(key);
      }
    }
    const others = Array.from({ length: WRITERS - 1 }, () => Writer.open(hub.url, ROOM));
    const writers = [fresh, ...(await Promise.all(others))];
    for (const writer of writers) {
      writer.onAck = (key, value) => {
        expected.set(key, value);
        outcome.acknowledged++;
      };
    }
    const until = performance.now() + 20 + Math.random() * 180;
    while (kill < kills && performance.now() < until) {
      for (let i = 0; i < 2 * EDITS_PER_MS; i++) {
        const writer = count % WRITERS;
        writers[writer].write(`${writer}-${count % KEYS}`, ++count);
      }
      await pause(2);
    }
    hub.process.kill('SIGKILL');
    await hub.ended;
    await pause(5); // acknowledgements that were on their way count
    writers.forEach(writer => writer.close());
  }
  return outcome;
}

let folder: string;
let sound: string;
let early: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'weft-faults-'));
  sound = await bundleHub(join(folder, 'sound'));
  early = await bundleHub(join(folder, 'early'), 'faults/early-hub.ts');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`keeps every acknowledged edit through ${KILLS} kills`, { timeout: 60_000 + KILLS * 3000 }, async () => {
  const { acknowledged, lost } = await fire(sound, KILLS);
  process.stdout.write(`${KILLS} kills: ${acknowledged} edits acknowledged, ${lost.length} of them lost\n`);
  expect(lost).toEqual([]);
  expect(acknowledged).toBeGreaterThan(KILLS); // how many, depends on the machine
});

it('finds out a hub that acknowledges before it stores', { timeout: 120_000 }, async () => {
  const { lost } = await fire(early, 10);
  expect(lost.length).toBeGreaterThan(0);
});
