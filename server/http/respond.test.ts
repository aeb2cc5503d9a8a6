import { expect, it } from 'vitest';
import { version } from '../../package.json';
import { headersOf, testHub } from '../testing/hub';
import { belowBase } from './base-path';

const get = (url: string, init: RequestInit = {}) =>
  fetch(`http://${url}`, { headers: headersOf('ada'), ...init });

it('answers the proxy that asks whether it is up, without the secret', async () => {
  const { port } = await testHub();
  const answer = await get(`127.0.0.1:${port}/`, { headers: {} });
  expect(answer.status).toBe(204);
});

it('says that it is well and ready', async () => {
  const { url } = await testHub();
  expect(await (await get(`${url}healthz`)).json()).toEqual({ status: 'ok', version });
  expect(await (await get(`${url}readyz?x=1`)).json()).toEqual({ status: 'ready' });
});

it('shows nothing to who lacks the secret', async () => {
  const { url } = await testHub();
  for (const path of ['healthz', 'readyz', 'rooms/doc1', 'elsewhere']) {
    expect((await get(url + path, { headers: {} })).status).toBe(403);
    expect((await get(url + path, { headers: headersOf('ada', 'guessed') })).status).toBe(403);
  }
});

it.each(['', 'health', 'healthz/', 'constructor', '__proto__', '../healthz', '%zz', '..%2fhealthz'])(
  'has nothing at %o',
  async path => {
    const { url } = await testHub();
    const answer = await get(url + path);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ error: 'There is nothing here.' });
  }
);

it('takes no other method', async () => {
  const { url } = await testHub();
  expect((await get(`${url}healthz`, { method: 'POST' })).status).toBe(405);
});

it('sends the headers that keep a browser from taking an answer for a page', async () => {
  const { url } = await testHub();
  for (const path of ['healthz', 'elsewhere']) {
    const { headers } = await get(url + path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

it('finds its paths below any base, encoded once or twice', () => {
  expect(belowBase('/weft/rooms/a?x=/', '/weft/')).toBe('rooms/a');
  expect(belowBase('/user/a%40b/weft/healthz', '/user/a%40b/weft/')).toBe('healthz');
  expect(belowBase('/user/a%2540b/weft/healthz', '/user/a%40b/weft/')).toBe('healthz');
  expect(belowBase('/other/healthz', '/weft/')).toBe(undefined);
  expect(belowBase('/weft', '/weft/')).toBe(undefined);
});
