import * as encoding from 'lib0/encoding';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createSharedPipeline, newPipeline, writePipeline } from '../../src/pipeline';
import { CLOSE, type Hello, MESSAGE } from '../../src/wire';
import { SqliteStore } from '../stores';
import { temporaryFolder, testHub } from '../testing/hub';
import { edit, jsonOf, RawClient, updateFrame, updateOf } from '../testing/raw-client';
import { stockClient, untilSynced } from '../testing/stock-client';
import { until } from '../testing/until';

const ROOM = 'rooms/doc1';
const WEFT = { protocols: ['weft.v1'] };

const textFrame = (type: number, text: string) => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeVarString(encoder, text);
  return encoding.toUint8Array(encoder);
};
const seedFrame = (name: string, id = 'doc1') =>
  textFrame(MESSAGE.seed, writePipeline(newPipeline({ id, name })));
const commentFrame = (request: object) => textFrame(MESSAGE.comment, JSON.stringify(request));
const acknowledged = (client: RawClient, count: number) =>
  until(() => client.frames.some(([type, n]) => type === 65 && n === count), `${count} are acknowledged`);
const helloOf = async (client: RawClient) => jsonOf(await client.take(64)) as Hello;

/** What a client read of the pipeline. */
function pipelineOf({ frames }: RawClient) {
  const shared = createSharedPipeline();
  frames
    .filter(([type, step]) => type === 0 && step > 0)
    .forEach(frame => Y.applyUpdate(shared.ydoc, updateOf(frame)));
  return shared.stored;
}

it('greets before anything else, and then asks for what it lacks', async () => {
  const hub = await testHub();
  const ada = await RawClient.open(hub.url + ROOM, WEFT);
  await ada.take(0, 0);
  const greeting = jsonOf(ada.frames[0]);
  expect(ada.frames[0][0]).toBe(64);
  expect(greeting).toEqual({
    epoch: expect.stringMatching(/./),
    empty: true,
    role: 'owner',
    user: { username: 'ada' },
    limits: { frame: 2 ** 23, presence: 4096, presenceRate: 20 }
  });
  ada.send(updateFrame(edit('a')));
  await acknowledged(ada, 1);
  const bob = await RawClient.open(hub.url + ROOM, { ...WEFT, user: 'bob' });
  expect(await helloOf(bob)).toMatchObject({ empty: false, role: 'editor', user: { username: 'bob' } });
});

it('says to stock clients nothing that they do not know', async () => {
  const hub = await testHub();
  const ada = await RawClient.open(hub.url + ROOM);
  ada.send(updateFrame(edit('a')));
  const isThere = async () => !(await helloOf(await RawClient.open(hub.url + ROOM, WEFT))).empty;
  await until(isThere, 'the edit is there');
  expect(ada.frames.every(([type]) => type < 64)).toBe(true);
  ada.send(new Uint8Array([67]));
  expect((await ada.untilClosed()).code).toBe(CLOSE.malformed);
});

it('exchanges nothing with a client whose history is of another epoch', async () => {
  const store = new SqliteStore(temporaryFolder());
  const hub = await testHub({ store });
  const first = await RawClient.open(hub.url + ROOM, WEFT);
  const { epoch } = await helloOf(first);
  const same = await RawClient.open(`${hub.url}${ROOM}?epoch=${epoch}`, WEFT);
  expect((await helloOf(same)).epoch).toBe(epoch);
  const other = await RawClient.open(`${hub.url}${ROOM}?epoch=another`, WEFT);
  other.send(updateFrame(edit('stale')));
  expect((await other.untilClosed()).code).toBe(CLOSE.otherEpoch);
  expect(other.frames.map(([type]) => type)).toEqual([66]);
  expect(jsonOf(other.frames[0])).toMatchObject({ kind: 'closing', code: CLOSE.otherEpoch });
  const stock = await RawClient.open(`${hub.url}${ROOM}?epoch=another`);
  expect((await stock.untilClosed()).code).toBe(CLOSE.otherEpoch);
  expect((await store.open('doc1', 'ada')).updates).toEqual([]);
});

it('makes the room from the file of exactly one of many, and gives it to all', async () => {
  const hub = await testHub();
  const clients = await Promise.all(
    ['a', 'b', 'c', 'd'].map(async user => {
      const client = await RawClient.open(hub.url + ROOM, { ...WEFT, user });
      await client.take(0, 0);
      return client;
    })
  );
  clients.forEach((client, i) => client.send(seedFrame(`of-${i}`)));
  await Promise.all(clients.map(client => acknowledged(client, 1)));
  const fresh = stockClient(hub.url, 'doc1', 'bob');
  await untilSynced(fresh);
  const { name } = createSharedPipeline({ ydoc: fresh.doc }).stored;
  expect(name).toMatch(/^of-\d$/);
  expect(clients.map(client => pipelineOf(client).name)).toEqual([name, name, name, name]);
});

it('acknowledges a seed that came too late, and what came after it, in order', async () => {
  const hub = await testHub();
  const ada = await RawClient.open(hub.url + ROOM, WEFT);
  ada.send(seedFrame('first'));
  ada.send(updateFrame(edit('a')));
  ada.send(seedFrame('second'));
  await acknowledged(ada, 3);
  expect(pipelineOf(ada).name).toBe('first');
});

it.each([
  ['no pipeline', textFrame(MESSAGE.seed, '{"weft": 1,')],
  ['the pipeline of another room', seedFrame('x', 'doc2')]
])('sends a client away whose file is %s', async (_, frame) => {
  const hub = await testHub();
  const ada = await RawClient.open(hub.url + ROOM, WEFT);
  await helloOf(ada);
  ada.send(frame);
  const { code, reason } = await ada.untilClosed();
  expect(code).toBe(CLOSE.notApplicable);
  expect(reason.length).toBeGreaterThan(10);
  const next = await RawClient.open(hub.url + ROOM, WEFT);
  expect((await helloOf(next)).empty).toBe(true);
});

it('writes a comment for who may not edit, in their own name', async () => {
  const store = new SqliteStore(temporaryFolder());
  const hub = await testHub({ store });
  const ada = await RawClient.open(hub.url + ROOM, WEFT);
  ada.send(seedFrame('first'));
  await acknowledged(ada, 1);
  await store.share('doc1', { username: 'bob', role: 'commenter' });
  const bob = await RawClient.open(hub.url + ROOM, { ...WEFT, user: 'bob' });
  await bob.take(0, 0);
  bob.send(commentFrame({ do: 'open', thread: 't1', message: 'm1', at: [1, 2], text: 'Why?' }));
  bob.send(commentFrame({ do: 'reply', thread: 'none', message: 'm2', text: 'Nobody asked.' }));
  await acknowledged(bob, 2);
  await until(() => pipelineOf(ada).comments !== undefined, 'the others see it');
  expect(pipelineOf(ada).comments?.t1.messages.m1).toMatchObject({ by: 'bob', text: 'Why?' });
  expect(pipelineOf(ada).comments).not.toHaveProperty('none');
  bob.send(commentFrame({ do: 'forge', thread: 't1' }));
  expect((await bob.untilClosed()).code).toBe(CLOSE.malformed);
});
