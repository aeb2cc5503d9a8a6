import { describe, expect, it } from 'vitest';
import { type Pipeline, readPipeline, writePipeline } from '../../src/pipeline';
import type { RecordEntry, Shares, Version } from '../../src/wire';
import { frameOf, RawClient } from '../testing/raw-client';
import { headersOf, testHub } from '../testing/hub';
import { stockClient, untilSynced } from '../testing/stock-client';
import { until } from '../testing/until';

const FILE = (title: string): string =>
  writePipeline({
    weft: 1,
    id: 'doc1',
    name: 'demo',
    parameters: {},
    nodes: { a: { kind: 'note', text: title } },
    layout: { a: [1, 2] }
  } as unknown as Pipeline);

interface Room {
  url: string;
  /** Asks the hub as a user; the body is sent as JSON. */
  ask(user: string, method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  ada: RawClient;
}

/** A hub with the room `doc1`, which Ada made from a file. */
async function room(): Promise<Room> {
  const { url } = await testHub();
  const ask: Room['ask'] = async (user, method, path, body) => {
    const answer = await fetch(`http://${url}${path}`, {
      method,
      headers: { ...headersOf(user), ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) })
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json');
    return { status: answer.status, body: isJson ? JSON.parse(text) : text };
  };
  const ada = await RawClient.open(`${url}rooms/doc1`, { protocols: ['weft.v1'] });
  ada.send(frameOf(69).with(new TextEncoder().encode(FILE('first'))));
  await ada.take(65);
  return { url, ask, ada };
}

describe('a room over HTTP', () => {
  it('tells its epoch, and what the one who asks may do', async () => {
    const { ask } = await room();
    expect(await ask('ada', 'GET', 'rooms/doc1')).toMatchObject({
      status: 200,
      body: { id: 'doc1', role: 'owner' }
    });
    expect(await ask('bob', 'GET', 'rooms/doc1')).toMatchObject({ status: 200, body: { role: 'editor' } });
    expect((await ask('ada', 'GET', 'rooms/doc2')).status).toBe(404);
  });

  it.each(['rooms/..', 'rooms/%2e%2e', 'rooms/a%00b', `rooms/${'a'.repeat(100)}`, 'rooms/a?b'])(
    'is at no other path: %s',
    async path => {
      const { ask } = await room();
      expect((await ask('ada', 'GET', path)).status).toBe(404);
    }
  );
});

describe('shares', () => {
  it('are for owners to read and to change', async () => {
    const { ask } = await room();
    const path = 'rooms/doc1/shares';
    expect((await ask('bob', 'GET', path)).status).toBe(403);
    expect((await ask('bob', 'PUT', path, { username: 'bob', role: 'owner' })).status).toBe(403);
    expect((await ask('ada', 'GET', path)).body).toEqual({
      users: [{ username: 'ada', role: 'owner' }],
      others: 'editor'
    });
    expect((await ask('ada', 'PUT', path, { role: 'none' })).body).toMatchObject({ others: 'none' });
    expect((await ask('bob', 'GET', 'rooms/doc1')).status).toBe(403);
    const { body } = await ask('ada', 'PUT', path, { username: 'bob', role: 'viewer' });
    expect((body as Shares).users).toContainEqual({ username: 'bob', role: 'viewer' });
    expect((await ask('bob', 'GET', 'rooms/doc1')).body).toMatchObject({ role: 'viewer' });
    expect((await ask('bob', 'POST', 'rooms/doc1/versions', { name: 'mine' })).status).toBe(403);
  });

  it('count at once for who is in the room', async () => {
    const { url, ask } = await room();
    const bob = await RawClient.open(`${url}rooms/doc1`, { user: 'bob', protocols: ['weft.v1'] });
    const eve = await RawClient.open(`${url}rooms/doc1`, { user: 'eve', protocols: ['weft.v1'] });
    await Promise.all([bob.take(64), eve.take(64)]);
    await ask('ada', 'PUT', 'rooms/doc1/shares', { username: 'bob', role: 'viewer' });
    expect((await bob.untilClosed()).code).toBe(4401);
    expect(eve.closed).toBe(null);
  });

  it('leave a pipeline with an owner', async () => {
    const { ask } = await room();
    const path = 'rooms/doc1/shares';
    expect((await ask('ada', 'PUT', path, { username: 'ada', role: 'none' })).status).toBe(409);
    expect((await ask('ada', 'PUT', path, { username: 'bob', role: 'owner' })).status).toBe(200);
    expect((await ask('ada', 'PUT', path, { username: 'ada', role: 'viewer' })).status).toBe(200);
    expect((await ask('ada', 'GET', path)).status).toBe(403);
  });

  it('leave a pipeline with an owner whose two owners dismiss each other in the same moment', async () => {
    const { ask } = await room();
    const path = 'rooms/doc1/shares';
    let [owner, other] = ['ada', 'bob'];
    for (let i = 0; i < 10; i++) {
      await ask(owner, 'PUT', path, { username: other, role: 'owner' });
      const done = await Promise.all([
        ask(owner, 'PUT', path, { username: other, role: 'viewer' }),
        ask(other, 'PUT', path, { username: owner, role: 'viewer' })
      ]);
      expect(done.filter(({ status }) => status === 200)).toHaveLength(1);
      if ((await ask(owner, 'GET', path)).status !== 200) {
        [owner, other] = [other, owner];
      }
    }
  });
});

describe('versions', () => {
  it('are named, listed, read as files, and brought back as one more edit', async () => {
    const { url, ask, ada } = await room();
    const path = 'rooms/doc1/versions';
    const saved = await ask('bob', 'POST', path, { name: ' as drawn ' });
    expect(saved).toMatchObject({ status: 201, body: { id: 1, name: 'as drawn', by: 'bob' } });
    expect(JSON.parse(new TextDecoder().decode((await ada.take(66)).slice(2)))).toEqual({
      kind: 'version',
      what: 'saved',
      name: 'as drawn',
      by: 'bob'
    });
    const writer = stockClient(url, 'doc1', 'ada');
    await untilSynced(writer);
    const note = () => (writer.doc.getMap('nodes').get('a') as { toJSON(): object }).toJSON();
    const drawn = note();
    const { createSharedPipeline } = await import('../../src/pipeline');
    const shared = createSharedPipeline({ ydoc: writer.doc });
    shared.write(['nodes', 'a', 'text'], 'second');
    shared.write(['nodes', 'b'], { kind: 'note', text: 'another' });
    const nodes = () => Object.keys(shared.pipeline.nodes);
    await until(async () => (await ask('ada', 'GET', path), nodes()).length === 2, 'the edits are there');
    expect((await ask('ada', 'GET', `${path}/1`)).body).toBe(writePipeline(readPipeline(FILE('first'))));
    await ask('ada', 'POST', path, { name: 'later' });
    expect((await ask('ada', 'POST', `${path}/1/restore`)).body).toMatchObject({ id: 1, name: 'as drawn' });
    await until(() => nodes().length === 1, 'the clients get the old version');
    expect(note()).toEqual(drawn);
    const names = ((await ask('ada', 'GET', path)).body as Version[]).map(({ name }) => name);
    expect(names.sort()).toEqual(['Before as drawn was restored', 'as drawn', 'later']);
    shared.dispose();
  });

  it('that are not there are told so', async () => {
    const { ask } = await room();
    for (const id of ['7', '0', '-1', '1e3', 'constructor', '99999999999']) {
      expect((await ask('ada', 'GET', `rooms/doc1/versions/${id}`)).status).toBe(404);
    }
  });
});

it('keeps a record of who did what, for owners', async () => {
  const { ask } = await room();
  await ask('bob', 'POST', 'rooms/doc1/runs', { target: 'kfp-2.16' });
  await ask('ada', 'PUT', 'rooms/doc1/shares', { username: 'bob', role: 'editor' });
  await ask('bob', 'POST', 'rooms/doc1/versions', { name: 'mine' });
  await ask('bob', 'GET', 'rooms/doc1/record');
  const { body } = await ask('ada', 'GET', 'rooms/doc1/record');
  const told = (body as RecordEntry[]).map(({ username, what, detail }) =>
    `${username} ${what} ${detail ?? ''}`.trim()
  );
  expect(told.slice(0, 4)).toEqual([
    'bob refused GET /rooms/:room/record',
    'bob named-version mine',
    'ada shared bob: editor',
    'bob ran kfp-2.16'
  ]);
  expect(told.some(line => line.startsWith('ada opened'))).toBe(true);
});

describe('what is sent', () => {
  it.each<[string, unknown]>([
    ['another shape', { user: 'bob', role: 1 }],
    ['a role there is not', { role: 'admin' }],
    ['no name', { username: '', role: 'viewer' }],
    ['a list', []],
    ['nothing', undefined]
  ])('is checked: %s', async (_what, body) => {
    const { ask } = await room();
    const answer = await ask('ada', 'PUT', 'rooms/doc1/shares', body);
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(/\.$/) } });
  });

  it.each<[string, number, RequestInit]>([
    ['too large', 413, { body: JSON.stringify({ name: 'x'.repeat(20_000) }) }],
    ['no JSON', 400, { body: '{' }],
    ['of a form', 415, { body: 'name=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['of plain text', 415, { body: '{"name":"x"}', headers: { 'content-type': 'text/plain' } }],
    ['of another site', 401, { body: '{"name":"x"}', headers: { origin: 'https://evil.example' } }],
    ['of a sandboxed page', 401, { body: '{"name":"x"}', headers: { origin: 'null' } }]
  ])('is refused when it is %s', async (_what, status, { body, headers }) => {
    const { url, ask } = await room();
    const answer = await fetch(`http://${url}rooms/doc1/versions`, {
      method: 'POST',
      body: body ?? null,
      headers: {
        ...headersOf('ada'),
        'content-type': 'application/json',
        ...(headers as Record<string, string>)
      }
    });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: expect.stringMatching(/^[^\n]+\.$/) });
    expect((await ask('ada', 'GET', 'rooms/doc1/versions')).body).toEqual([]);
  });
});
