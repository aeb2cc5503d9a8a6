import { expect, test } from 'vitest';
import { SqliteStore, type Store } from '../../server/stores';
import { temporaryFolder } from '../../server/testing/hub';
import { TcpProxy } from '../../server/testing/tcp-proxy';
import { until } from '../../server/testing/until';
import { headersOf } from '../../server/testing/hub';
import { ROOM, RoomClient, untilSame } from './testing/room-client';
import { TestHub } from './testing/test-hub';

test('edits that a hub showed to others, and died before it stored them, come back from who made them', async () => {
  const folder = temporaryFolder();
  const real: Store = new SqliteStore(folder);
  let works = true;
  const never = new Promise<never>(() => undefined);
  const store: Store = new Proxy(real, {
    get: (target, key: keyof Store) => {
      const value: unknown = target[key];
      return key === 'append' && !works
        ? () => never
        : typeof value === 'function'
          ? value.bind(target)
          : value;
    }
  });
  const hub = await TestHub.start(() => store);
  const [ann, bob] = [hub.join('ann'), hub.join('bob')];
  await untilSame(ann, bob);
  works = false;
  ann.rename('shown');
  await until(() => bob.name === 'shown', 'Bob sees the edit');
  expect(ann.session.state.unsent).toBe(1);
  bob.leave();
  await ann.goOffline();
  await real.close();
  await hub.begin(new SqliteStore(folder));
  const fresh = hub.join('eve');
  await fresh.until('live');
  expect(fresh.name).not.toBe('shown');
  ann.goOnline();
  await untilSame(ann, fresh);
  expect(fresh.name).toBe('shown');
});

test('a network that passes bytes one by one, and cuts a frame in two, loses nothing', async () => {
  const hub = await TestHub.start();
  const ann = hub.join('ann');
  await ann.untilSaved();
  const proxy = await TcpProxy.open(Number(new URL(`http://${hub.url}`).port));
  let port = proxy.port;
  const bob = new RoomClient(() => `127.0.0.1:${port}/weft/`, { username: 'bob' });
  proxy.up.crumbs = proxy.down.crumbs = true;
  await untilSame(ann, bob);
  proxy.down.stalled = true;
  ann.shared.write(['meta', 'description'], 'x'.repeat(10_000));
  bob.rename('bobs');
  await until(() => ann.name === 'bobs', 'what Bob said has come through');
  expect(bob.session.state.unsent).toBe(1);
  port = Number(new URL(`http://${hub.url}`).port);
  proxy.cut();
  await untilSame(ann, bob);
  expect([ann.name, bob.shared.pipeline.description]).toEqual(['bobs', 'x'.repeat(10_000)]);
});

test('a role that is taken back is taken up at once, and given again as well', async () => {
  const hub = await TestHub.start();
  const ann = hub.join('ann');
  await ann.untilSaved();
  const bob = hub.join('bob');
  await bob.until('live');
  const share = async (role: string) => {
    const answer = await fetch(`http://${hub.url}rooms/${ROOM}/shares`, {
      method: 'PUT',
      headers: { ...headersOf('ann'), 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'bob', role })
    });
    expect(answer.ok).toBe(true);
  };
  await share('viewer');
  await until(() => bob.is('live') && bob.session.state.role === 'viewer', 'Bob may only read');
  ann.rename('on');
  await until(() => bob.name === 'on', 'Bob reads on');
  await share('editor');
  await until(() => bob.is('live') && bob.session.state.role === 'editor', 'Bob may edit');
  bob.rename('bobs');
  await untilSame(ann, bob);
});

test('a tab that may only read passes nothing to the hub through a tab of the same browser that may edit', async () => {
  const hub = await TestHub.start();
  const ann = hub.join('ann');
  await ann.untilSaved();
  const share = await fetch(`http://${hub.url}rooms/${ROOM}/shares`, {
    method: 'PUT',
    headers: { ...headersOf('ann'), 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'bob', role: 'viewer' })
  });
  expect([share.ok, typeof BroadcastChannel]).toEqual([true, 'function']);
  const bob = hub.join('bob');
  await bob.until('live');
  bob.rename('of a reader');
  await bob.until('refused');
  await ann.goOffline();
  ann.goOnline();
  await ann.untilSaved();
  expect(ann.name).not.toBe('of a reader');
});
