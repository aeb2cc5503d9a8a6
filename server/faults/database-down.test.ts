import { expect, it, onTestFinished } from 'vitest';
import { PostgresStore } from '../stores';
import { testHub } from '../testing/hub';
import { noPostgres, PASSWORD, PostgresServer } from '../testing/postgres';
import { edit, RawClient, updateFrame } from '../testing/raw-client';
import { until } from '../testing/until';

it.skipIf(noPostgres)(
  'says once why it cannot store, and no secret, and at its end how much was not stored',
  async () => {
    const server = await PostgresServer.start();
    onTestFinished(() => server.remove());
    const lines: Record<string, string | number>[] = [];
    const hub = await testHub(
      {
        store: new PostgresStore(await server.database()),
        log: (event, facts = {}) => lines.push({ event, ...facts })
      },
      { storePatience: 2000 }
    );
    const writer = await RawClient.open(`${hub.url}rooms/doc1`, { protocols: ['weft.v1'] });
    writer.send(updateFrame(edit('a')));
    await writer.take(65);
    await server.crash();
    writer.send(updateFrame(edit('b')));
    writer.send(updateFrame(edit('c')));
    await until(() => lines.some(({ event }) => event === 'storage fails'), 'the hub notices');
    expect(await hub.close()).toBe(2);
    const reasons = lines.flatMap(({ event, reason }) => (event === 'not recorded' ? [] : (reason ?? [])));
    expect(reasons).toEqual([
      expect.stringMatching(/^StoreError: The database 127\.0\.0\.1:\d+\/test0 failed: .+\.$/),
      expect.stringMatching(/^StoreError: The storage does not answer: The database .+ failed: .+\.$/)
    ]);
    const [password] = PASSWORD.split(':');
    [PASSWORD, password, encodeURIComponent(password)].forEach(secret =>
      expect(JSON.stringify(lines)).not.toContain(secret)
    );
  }
);
