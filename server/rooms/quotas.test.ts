import { expect, it } from 'vitest';
import { CLOSE } from '../../src/wire';
import { testHub } from '../testing/hub';
import { edit, RawClient, updateFrame } from '../testing/raw-client';
import { until } from '../testing/until';
import { LIMITS, readLimits } from '../limits';
import { Quotas } from './quotas';
import { TokenBucket } from './token-bucket';

const ROOM = 'rooms/doc1';

it('takes only so many connections and rooms of one user', async () => {
  const hub = await testHub({}, { userConnections: 3, userRooms: 2 });
  const open = async (room: string, user = 'ada') => RawClient.open(`${hub.url}rooms/${room}`, { user });
  const first = await open('doc1');
  await open('doc2');
  expect((await (await open('doc3')).untilClosed()).code).toBe(CLOSE.slow);
  await open('doc1');
  expect((await (await open('doc1')).untilClosed()).code).toBe(CLOSE.slow);
  await (await open('doc3', 'bob')).take(0, 0);
  first.socket.terminate();
  await until(async () => {
    const next = await open('doc2');
    await until(() => next.closed !== null || next.frames.length > 0, 'the hub answers');
    return next.closed === null;
  }, 'a place is free');
});

it('takes only so many clients into one room', async () => {
  const hub = await testHub({}, { roomClients: 1 });
  await (await RawClient.open(hub.url + ROOM)).take(0, 0);
  const second = await RawClient.open(hub.url + ROOM, { user: 'bob' });
  expect((await second.untilClosed()).code).toBe(CLOSE.slow);
});

it('counts connections by address where there is one', () => {
  const quotas = new Quotas({ ...LIMITS, addressConnections: 1 });
  const visitor = (username: string, address: string | null) => ({ user: { username }, address });
  const { leave } = quotas.enter(visitor('ada', '10.0.0.1'), 'doc1');
  expect(() => quotas.enter(visitor('bob', '10.0.0.1'), 'doc1')).toThrow(/from your address/);
  quotas.enter(visitor('bob', '10.0.0.2'), 'doc1');
  quotas.enter(visitor('carl', null), 'doc1');
  quotas.enter(visitor('dora', null), 'doc1');
  leave();
  quotas.enter(visitor('eve', '10.0.0.1'), 'doc1');
});

it('reads on later from who writes too fast, and loses nothing', async () => {
  const hub = await testHub({}, { userUpdates: 20 });
  const seer = await RawClient.open(hub.url + ROOM, { user: 'bob' });
  await seer.take(0, 0);
  const writer = await RawClient.open(hub.url + ROOM);
  for (let i = 0; i < 110; i++) {
    writer.send(updateFrame(edit(`k${i}`)));
  }
  await until(() => seer.frames.filter(([, step]) => step === 2).length === 110, 'all arrives');
  expect(await hub.metrics()).toMatch(/weft_hub_throttled_total [1-9]/);
  expect(writer.closed).toBe(null);
});

it('says what to do about edits that are too large for one frame', async () => {
  const hub = await testHub({}, { frame: 5000 });
  const writer = await RawClient.open(hub.url + ROOM);
  writer.send(updateFrame(edit('a', 'x'.repeat(6000))));
  expect(await writer.untilClosed()).toEqual({
    code: CLOSE.tooLarge,
    reason: 'What was sent at once is larger than 5000 bytes; edit in smaller parts.'
  });
});

it('owes what was taken too early', () => {
  let now = 0;
  const bucket = new TokenBucket(10, 2, () => now);
  expect(bucket.take(20)).toBe(0);
  expect(bucket.take(5)).toBe(500);
  now = 500;
  expect(bucket.take(1)).toBe(100);
  now = 100_000;
  expect(bucket.take(21)).toBe(100);
});

it('reads limits by name, and says which there are', () => {
  expect(readLimits('{"userRooms": 7}')).toEqual({ ...LIMITS, userRooms: 7 });
  for (const text of ['', '[]', '{"userRoom": 7}', '{"userRooms": 0}', '{"userRooms": "many"}']) {
    expect(() => readLimits(text)).toThrow(/Limits are/);
  }
});
