import { ServerConnection } from '@jupyterlab/services';
import { expect, test } from 'vitest';
import { findHub } from './hub';

/** A Jupyter server whose hub answers everything alike. */
const answering = (status: number, body: object) =>
  ServerConnection.makeSettings({
    baseUrl: 'http://jupyter.example/',
    wsUrl: 'ws://jupyter.example/',
    fetch: async () => new Response(JSON.stringify(body), { status })
  });

test('the hub of the Jupyter server is found', async () => {
  const hub = await findHub(answering(200, { version: '1' }), '');
  expect(hub?.rooms).toBe('ws://jupyter.example/weft/rooms');
});

test('a hub that waits for its storage says why, and is not asked again', async () => {
  const server = answering(409, { error: 'The storage is in use.' });
  await expect(findHub(server, '')).rejects.toThrow(/^The storage is in use\.$/);
  expect((await findHub(server, 'https://hub.example/weft/'))?.address).toBe('https://hub.example/weft/');
});

test('where there is no hub, there is nothing to say', async () => {
  expect(await findHub(answering(404, {}), '')).toBe(null);
});
