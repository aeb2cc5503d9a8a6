import { expect, it } from 'vitest';
import WebSocket from 'ws';
import { embeddedAccess } from '../access';
import { headersOf, SECRET, testHub } from '../testing/hub';
import { Door } from './door';

it('sends away who knocks too often, for a while, and nobody else', () => {
  let now = 0;
  const door = new Door(2, () => now);
  const knocks = (address: string | null, count: number) =>
    Array.from({ length: count }, () => door.lets(address)).filter(Boolean).length;
  expect(knocks('192.0.2.1', 50)).toBe(10);
  expect(knocks('192.0.2.2', 5)).toBe(5);
  expect(knocks(null, 50)).toBe(50);
  now = 4999;
  expect(knocks('192.0.2.1', 1)).toBe(0);
  now = 5000;
  expect(knocks('192.0.2.1', 50)).toBe(10);
});

it('answers a flood of requests and of WebSockets without looking at it', async () => {
  const access = { ...embeddedAccess(SECRET), addressOf: () => '192.0.2.1' };
  const { url } = await testHub({ access }, { addressRequests: 2 });
  const upgrade = () =>
    new Promise<string | number>(resolve => {
      const socket = new WebSocket(`ws://${url}rooms/doc1`, { headers: headersOf('ada') });
      socket.on('open', () => (socket.terminate(), resolve('open')));
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
      socket.on('error', error => resolve(error.message));
    });
  const get = async () => (await fetch(`http://${url}healthz`, { headers: headersOf('ada') })).status;
  const answers: (string | number)[] = [];
  for (let i = 0; i < 7; i++) {
    answers.push(await upgrade(), await get());
  }
  expect(answers.slice(0, 10)).toEqual(Array.from({ length: 5 }, () => ['open', 200]).flat());
  expect(answers.slice(10)).toEqual([429, 429, 429, 429]);
});
