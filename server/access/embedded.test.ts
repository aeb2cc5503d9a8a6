import { request } from 'node:http';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import WebSocket from 'ws';
import { headersOf, SECRET, temporaryFolder, testHub } from '../testing/hub';
import { localAccess } from './embedded';

/** What becomes of an attempt to open a room: `open`, or the status of the refusal. */
function attempt(url: string, headers: Record<string, string>): Promise<'open' | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${url}rooms/doc1`, { headers });
    socket.on('open', () => (socket.terminate(), resolve('open')));
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.on('error', reject);
  });
}

const user = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

it('opens rooms to users whom the proxy names, and to nobody else', async () => {
  const { url, port } = await testHub();
  const good = headersOf('ada');
  expect(await attempt(url, good)).toBe('open');
  expect(await attempt(url, {})).toBe(403);
  expect(await attempt(url, headersOf('ada', `${SECRET}x`))).toBe(403);
  expect(await attempt(url, headersOf('ada', ''))).toBe(403);
  expect(await attempt(url, { 'x-weft-proxy': SECRET })).toBe(403);
  expect(await attempt(url, { ...good, 'x-weft-user': '' })).toBe(403);
  expect(await attempt(url, { ...good, 'x-weft-user': '%%%' })).toBe(403);
  expect(await attempt(url, { ...good, 'x-weft-user': user({ name: 'Ada' }) })).toBe(403);
  expect(await attempt(url, { ...good, 'x-weft-user': user({ username: '' }) })).toBe(403);
  expect(await attempt(url, { ...good, 'x-weft-user': user({ username: 'a', color: null }) })).toBe('open');
  expect(await attempt(url, { ...good, origin: `http://127.0.0.1:${port}` })).toBe('open');
});

it.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'nonsense', 'http://', 'file://'])(
  'refuses a page of another origin: %s',
  async origin => {
    const { url } = await testHub();
    expect(await attempt(url, { ...headersOf('ada'), origin })).toBe(403);
  }
);

it('compares the origin with the host that the browser saw, through a proxy', async () => {
  const { url } = await testHub();
  const through = { ...headersOf('ada'), host: 'lab.example' };
  expect(await attempt(url, { ...through, origin: 'https://lab.example' })).toBe('open');
  expect(await attempt(url, { ...through, origin: 'https://lab.example.evil.example' })).toBe(403);
});

it('lets only this machine in without a secret', async () => {
  const { url, port } = await testHub({ access: localAccess() });
  expect(await attempt(url, {})).toBe('open');
  expect(await attempt(url, { origin: `http://127.0.0.1:${port}` })).toBe('open');
  expect(await attempt(url, { host: 'rebound.example', origin: 'http://rebound.example' })).toBe(403);
  expect((await fetch(`http://${url}healthz`)).status).toBe(200);
});

it('serves on a unix socket', async () => {
  const socketPath = join(temporaryFolder(), 'socket');
  const status = () =>
    new Promise(resolve =>
      request({ socketPath, path: '/weft/healthz', headers: headersOf('ada') }, ({ statusCode }) =>
        resolve(statusCode)
      ).end()
    );
  await testHub({ address: { socket: socketPath } });
  expect(await status()).toBe(200);
});
