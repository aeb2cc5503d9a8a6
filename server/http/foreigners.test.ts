import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { type Access, proxyAccess, readKeys, signRoomToken, tokenAccess } from '../access';
import { testHub } from '../testing/hub';

const HUB = 'https://hub.example/weft/';
const KEY = 'one:a-secret-of-at-least-thirty-two-bytes';

/** What becomes of opening a room: the refusal's status, the code of the close, or the protocol that was chosen. */
function attempt(url: string, path: string, headers: Record<string, string>, protocols: string[] = []) {
  const socket = new WebSocket(`ws://${url}${path}`, protocols, { headers });
  return new Promise<string | number>(resolve => {
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.on('error', error => resolve(error.message));
    socket.on('close', code => resolve(code));
    socket.on('message', (frame: Buffer) => {
      if (frame[0] === 64 || frame[0] === 0) {
        resolve(`open ${socket.protocol}`);
        socket.terminate();
      }
    });
  });
}

describe('with tokens', () => {
  async function tokenHub(): Promise<{ url: string; token: (room: string) => Promise<string> }> {
    const keys = await readKeys(KEY, 'WEFT_HUB_KEYS');
    const access = tokenAccess(keys, HUB, { origins: ['https://lab.example'] });
    const { url } = await testHub({ access });
    const token = (room: string) =>
      signRoomToken(keys[0], { room, user: { username: 'ada' }, audience: HUB });
    return { url, token };
  }

  it('opens the room of the token alone, by whatever path it is asked for', async () => {
    const { url, token } = await tokenHub();
    const protocols = ['weft.v1', `weft.v1.token.${await token('doc1')}`];
    expect(await attempt(url, 'rooms/doc1', {}, protocols)).toBe('open weft.v1');
    expect(await attempt(url, 'rooms/doc2', {}, protocols)).toBe(4403);
    for (const path of ['rooms/doc1/x', 'rooms/doc1%00', 'rooms/', 'rooms/doc1%3Fx']) {
      expect([4403, 4404]).toContain(await attempt(url, path, {}, protocols));
    }
  });

  it('opens nothing to a page of another origin, even with a good one', async () => {
    const { url, token } = await tokenHub();
    const protocols = ['weft.v1', `weft.v1.token.${await token('doc1')}`];
    expect(await attempt(url, 'rooms/doc1', { origin: 'https://lab.example' }, protocols)).toBe(
      'open weft.v1'
    );
    const foreign = [
      'https://evil.example',
      'null',
      'http://lab.example',
      'https://lab.example.evil.example'
    ];
    for (const origin of foreign) {
      expect(await attempt(url, 'rooms/doc1', { origin }, protocols)).toBe(4401);
    }
  });

  it('ends the connection when the token runs out', async () => {
    const expires = new Date(Date.now() + 1500);
    const { url } = await testHub({
      access: {
        ...tokenAccess(await readKeys(KEY, 'WEFT_HUB_KEYS'), HUB),
        admit: async () => ({ user: { username: 'ada' }, address: null, claim: { room: 'doc1', expires } })
      }
    });
    const socket = new WebSocket(`ws://${url}rooms/doc1`, ['weft.v1']);
    const code = await new Promise(resolve => socket.on('close', resolve));
    expect(code).toBe(4401);
    expect(Date.now()).toBeGreaterThanOrEqual(expires.getTime() - 100);
  });
});

it('believes no identity header that the gateway did not send', async () => {
  const attemptWith = async (access: Access, headers: Record<string, string>) =>
    attempt((await testHub({ access })).url, 'rooms/doc1', headers);
  const forged = { 'kubeflow-userid': 'ada@example.com', 'x-forwarded-for': '10.0.0.1' };
  const elsewhere = proxyAccess({ header: 'kubeflow-userid', addresses: ['10.0.0.0/8'] });
  const here = proxyAccess({ header: 'kubeflow-userid', addresses: ['127.0.0.0/8'] });
  const secret = proxyAccess({ header: 'kubeflow-userid', addresses: ['127.0.0.0/8'], secret: 'shown' });
  expect(await attemptWith(elsewhere, forged)).toBe(403);
  expect(await attemptWith(here, {})).toBe(403);
  expect(await attemptWith(secret, forged)).toBe(403);
  expect(await attemptWith(here, forged)).toBe('open ');
  expect(await attemptWith(secret, { ...forged, 'x-weft-gateway': 'shown' })).toBe('open ');
});
