import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { random as randomNumbers } from '../../src/kubeflow/testing/mutate';
import { SqliteStore } from '../stores';
import { bundleHub, spawnHub } from '../testing/bundle';
import { temporaryFolder } from '../testing/hub';
import { until } from '../testing/until';
import { Writer } from '../testing/writer';
import { disksAfterCut } from './disk-after-cut';
import { type FileEvent, readTrace, traceArguments } from './file-trace';

/** How many power cuts are replayed; `WEFT_CUTS_OF_POWER=500` for all that is promised. */
const CUTS = Number(process.env.WEFT_CUTS_OF_POWER ?? 60);
const SEED = Number(process.env.WEFT_SEED ?? 7);
const ROOM = 'doc1';
/** So many that the rows of the room are merged meanwhile. */
const EDITS = 1500;
const KEYS = 200;

const traced = spawnSync('strace', ['-c', 'true']).status === 0;
if (!traced) {
  process.stdout.write('skipped: power cuts, since strace cannot watch a process here\n');
}

interface Recording {
  events: FileEvent[];
  /** When an edit was acknowledged, in milliseconds since 1970, rounded up. */
  acknowledged: { key: string; value: number; at: number }[];
  data: string;
}

/** Writes to a hub, and notes what the hub does to its files and when it acknowledges. */
async function record(bundle: string): Promise<Recording> {
  const prefix = join(temporaryFolder(), 'trace');
  const data = temporaryFolder();
  const hub = await spawnHub(bundle, data, ['--port', '0'], ['strace', ...traceArguments(prefix)]);
  const writer = await Writer.open(hub.url, ROOM);
  const acknowledged: Recording['acknowledged'] = [];
  writer.onAck = (key, value) => acknowledged.push({ key, value, at: Date.now() + 1 });
  for (let count = 1; count <= EDITS; count++) {
    writer.write(`k${count % KEYS}`, count);
    if (count % 5 === 0) {
      await new Promise(resolve => setTimeout(resolve, 1));
    }
  }
  await until(() => acknowledged.length === EDITS, 'all is acknowledged');
  writer.close();
  // strace itself takes no signals, so that the program under it can
  const { pid } = hub.process;
  process.kill(Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')), 'SIGTERM');
  await hub.ended;
  return { events: readTrace(prefix, data), acknowledged, data };
}

/** What acknowledged edits are gone, or how the storage cannot be read, after the power was cut at random instants. */
async function cutPower({ events, acknowledged, data }: Recording, cuts: number): Promise<string[]> {
  const random = randomNumbers(SEED);
  const lost: string[] = [];
  for (let cut = 0; cut < cuts; cut++) {
    const { asked } = events[Math.floor(random() * events.length)];
    const instant = asked + random() * 2;
    const folder = temporaryFolder();
    for (const [path, bytes] of disksAfterCut(events, instant, random)) {
      writeFileSync(join(folder, basename(path)), bytes);
    }
    const expected = new Map<string, number>();
    acknowledged.filter(({ at }) => at <= instant).forEach(({ key, value }) => expected.set(key, value));
    try {
      const nodes = await contents(folder);
      for (const [key, value] of expected) {
        if (!(Number(nodes.get(key)) >= value)) {
          lost.push(`cut ${cut}: ${key} was acknowledged as ${value}, and is ${nodes.get(key)}`);
        }
      }
    } catch (error) {
      lost.push(`cut ${cut} of ${data}: ${error}`);
    }
    rmSync(folder, { recursive: true });
  }
  return lost;
}

async function contents(folder: string): Promise<Y.Map<unknown>> {
  const store = new SqliteStore(folder);
  try {
    const { updates } = await store.open(ROOM, 'fresh');
    const doc = new Y.Doc();
    doc.transact(() => updates.forEach(update => Y.applyUpdate(doc, update)));
    return doc.getMap('nodes');
  } finally {
    await store.close();
  }
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-faults-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.runIf(traced)(
  `keeps every acknowledged edit through ${CUTS} power cuts`,
  { timeout: 300_000 + CUTS * 3000 },
  async () => {
    const recording = await record(await bundleHub(join(folder, 'sound')));
    const syncs = recording.events.filter(({ kind }) => kind === 'sync').length;
    const lost = await cutPower(recording, CUTS);
    process.stdout.write(
      `${CUTS} power cuts, seed ${SEED}: ${EDITS} edits acknowledged after ${syncs} syncs, ${lost.length} lost\n`
    );
    expect(lost).toEqual([]);
  }
);

it.runIf(traced)('finds out a hub that acknowledges before it stores', { timeout: 300_000 }, async () => {
  const recording = await record(await bundleHub(join(folder, 'early'), 'faults/early-hub.ts'));
  expect((await cutPower(recording, 40)).length).toBeGreaterThan(0);
});
