import { expect, test } from 'vitest';
import { SqliteStore, type Store } from '../../server/stores';
import { temporaryFolder } from '../../server/testing/hub';
import { resolve } from '../flow';
import { readPipeline, writePipeline } from '../pipeline';
import { EDIT_NAMES, editAtRandom } from '../pipeline/testing/random-edits';
import { REGRESSIONS } from './convergence.seeds';
import { FILE, type RoomClient, untilSame } from './testing/room-client';
import { TestHub } from './testing/test-hub';

/** How many seeds; WEFT_SEED runs one, and nothing else. */
const RUNS = Number(process.env.WEFT_RUNS ?? 12);
const FIRST = Number(process.env.WEFT_FIRST ?? 1);
const ONLY = process.env.WEFT_SEED;
/** Edits, and what else happens between them. */
const OPERATIONS = 330;
/** A seed whose hub ends but once. */
const WITHOUT_RESTART = 3;
/** A user never loads a file over a room. */
const EDITS = EDIT_NAMES.flatMap((name, index) => (name === 'load' ? [] : [index]));

/** Whole numbers below a bound, the same for each seed. */
function chance(seed: number): (bound: number) => number {
  let state = (seed * 2654435761) >>> 0;
  return bound => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** One thing that happens: mostly an edit of somebody, at times the network or the hub. */
async function happen(hub: TestHub, clients: readonly RoomClient[], pick: (bound: number) => number) {
  const client = clients[pick(clients.length)];
  const what = pick(100);
  if (what < 60) {
    const [edit, random] = [EDITS[pick(EDITS.length)], pick(2 ** 31)];
    if (client.is('live', 'offline')) {
      editAtRandom(client.shared, edit, random);
    }
  } else if (what < 63) {
    await client.goOffline();
  } else if (what < 70) {
    client.goOnline();
  } else if (what < 99) {
    await new Promise(done => setTimeout(done, pick(8)));
  } else if (pick(4) === 0) {
    await hub.end();
    await hub.begin();
  }
}

const notebooks = { notebook: (path: string) => ({ message: `${path} is not there.` }) };

async function converges(seed: number, makeStore?: () => Store): Promise<void> {
  const pick = chance(seed);
  const hub = await TestHub.start(makeStore);
  const clients = Array.from({ length: 3 + pick(3) }, (_, index) => hub.join(`user${index}`));
  await clients[0].until('live');
  for (let count = 0; count < OPERATIONS; count++) {
    await happen(hub, clients, pick);
  }
  clients.forEach(client => client.goOnline());
  await untilSame(...clients);
  const [first, ...others] = clients;
  const flow = resolve(first.shared.pipeline, notebooks);
  for (const { shared } of others) {
    expect(shared.pipeline).toEqual(first.shared.pipeline);
    expect(shared.repairs).toEqual(first.shared.repairs);
    expect(resolve(shared.pipeline, notebooks)).toEqual(flow);
  }
  expect(writePipeline(readPipeline(first.text))).toBe(first.text);
  clients.forEach(client => client.leave());
  await hub.end();
  await hub.begin();
  const fresh = hub.join('fresh', { text: writePipeline({ ...FILE, name: 'of-the-file' }) });
  await fresh.until('live');
  expect(fresh.text).toBe(first.text);
}

const seeds = Array.from({ length: RUNS }, (_, index): [string, number] => [
  `${FIRST + index}`,
  FIRST + index
]);
const all: [string, number][] = ONLY
  ? [['WEFT_SEED', Number(ONLY)]]
  : [...Object.entries(REGRESSIONS), ...seeds];

test.each(all)('seed %s: all clients, the hub and its store end with one pipeline', async (_name, seed) => {
  await converges(seed);
});

test('a store that lost what it acknowledged is found out', async () => {
  const forgetful = () => new SqliteStore(temporaryFolder());
  await expect(converges(WITHOUT_RESTART, forgetful)).rejects.toThrow('to be');
});
