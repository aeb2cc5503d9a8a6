import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/hub';
import { type Key, readKeys } from './key';
import { signRoomToken } from './room-token';
import { tokenAccess } from './token';

const SECRET = 'a-secret-of-at-least-thirty-two-bytes';
const OTHER = 'another-secret-of-thirty-two-bytes-or-more';
const HUB = 'https://hub.example/weft/';
const ADA = { username: 'ada', display_name: 'Ada Lovelace' };

const requestWith = (headers: Record<string, string>) =>
  ({
    headers: { host: 'hub.example', ...headers },
    socket: { remoteAddress: '192.0.2.7' }
  }) as unknown as IncomingMessage;
const asProtocol = (token: string) =>
  requestWith({ 'sec-websocket-protocol': `weft.v1, weft.v1.token.${token}` });
const asBearer = (token: string) => requestWith({ authorization: `Bearer ${token}` });

const hmac = async (text = `one:${SECRET}`) => readKeys(text, 'WEFT_HUB_KEYS');
const grant = (more: object = {}) => ({ room: 'doc1', user: ADA, audience: HUB, ...more });

/** A key pair in files as an operator would keep it. */
async function pair(type: 'ed25519' | 'ec', more: object = {}): Promise<[secret: Key, known: Key[]]> {
  const keys =
    type === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  const folder = temporaryFolder();
  const write = (name: string, content: object) => {
    writeFileSync(join(folder, name), JSON.stringify(content));
    return readKeys(join(folder, name), 'WEFT_HUB_KEY');
  };
  const [secret] = await write('private.json', { kid: 'pair', ...keys.privateKey.export({ format: 'jwk' }) });
  const known = await write('public.json', {
    keys: [{ kid: 'pair', ...keys.publicKey.export({ format: 'jwk' }), ...more }]
  });
  return [secret, known];
}

describe('a token of a room', () => {
  it('opens its room, as a subprotocol or as Bearer', async () => {
    const keys = await hmac();
    const token = await signRoomToken(keys[0], grant({ role: 'viewer' }));
    for (const request of [asProtocol(token), asBearer(token)]) {
      const visitor = await tokenAccess(keys, HUB).admit(request);
      expect(visitor).toMatchObject({
        user: ADA,
        address: '192.0.2.7',
        claim: { room: 'doc1', role: 'viewer' }
      });
      expect(visitor?.claim?.expires.getTime()).toBeGreaterThan(Date.now());
    }
  });

  it.each(['ed25519', 'ec'] as const)('is signed by a pair of keys: %s', async type => {
    const [secret, known] = await pair(type);
    const token = await signRoomToken(secret, grant());
    expect(await tokenAccess(known, HUB).admit(asBearer(token))).toMatchObject({ user: ADA });
    const [foreign] = await pair(type);
    expect(await tokenAccess(known, HUB).admit(asBearer(await signRoomToken(foreign, grant())))).toBe(null);
  });

  it('names only users for whom its key may sign', async () => {
    const [secret, known] = await pair('ed25519', { users: ['ada'] });
    const admit = async (username: string) =>
      tokenAccess(known, HUB).admit(asBearer(await signRoomToken(secret, grant({ user: { username } }))));
    expect(await admit('ada')).toMatchObject({ user: { username: 'ada' } });
    expect(await admit('bob')).toBe(null);
  });
});

describe('a token that is wrong', () => {
  const now = Math.floor(Date.now() / 1000);
  const good = { iss: 'weft', aud: HUB, sub: 'ada', room: 'doc1', jti: '1', iat: now, exp: now + 300 };
  const sign = (claims: JWTPayload, header: object = {}, secret = SECRET) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'one', ...header }).sign(Buffer.from(secret));
  const admit = async (token: string) => tokenAccess(await hmac(), HUB).admit(asBearer(token));

  it('is told from a good one', async () => {
    expect(await admit(await sign(good))).not.toBe(null);
  });

  it.each<[string, JWTPayload]>([
    ['ran out', { iat: now - 400, exp: now - 100 }],
    ['lives too long', { exp: now + 301 }],
    ['is from the future', { iat: now + 100, exp: now + 300 }],
    ['never ends', { exp: undefined }],
    ['has no age', { iat: undefined }],
    ['is for another hub', { aud: 'https://other.example/weft/' }],
    ['is for no hub', { aud: undefined }],
    ['has another issuer', { iss: 'somebody' }],
    ['is not to be used yet', { nbf: now + 100 }],
    ['names nobody', { sub: '' }],
    ['names no room', { room: undefined }],
    ['names a path', { room: '../doc1' }],
    ['has a role there is not', { role: 'admin' }],
    ['has no id', { jti: undefined }]
  ])('proves nothing: %s', async (_what, claims) => {
    expect(await admit(await sign({ ...good, ...claims }))).toBe(null);
  });

  it.each<[string, object, string?]>([
    ['of another secret', {}, OTHER],
    ['of a key that nobody knows', { kid: 'two' }],
    ['of a key without a name', { kid: undefined }],
    ['of another algorithm', { alg: 'HS512' }, `${OTHER}${SECRET}`]
  ])('proves nothing: %s', async (_what, header, secret) => {
    expect(await admit(await sign(good, header, secret))).toBe(null);
  });

  it('proves nothing without a signature, or with that of another', async () => {
    expect(await admit(new UnsecuredJWT(good).encode())).toBe(null);
    const [head, body] = (await sign(good)).split('.');
    const [, , signature] = (await sign({ ...good, sub: 'bob' })).split('.');
    expect(await admit(`${head}.${body}.${signature}`)).toBe(null);
    expect(await admit(`${head}.${body}.`)).toBe(null);
    expect(await admit('x'.repeat(100_000))).toBe(null);
  });

  it('proves nothing when the public half of a pair was taken for a secret', async () => {
    const [, known] = await pair('ed25519');
    const [, , raw] = [known[0].kid, known[0].alg, known[0].key as CryptoKey];
    const bytes = Buffer.from(await crypto.subtle.exportKey('raw', raw));
    const confused = await new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'pair' }).sign(bytes);
    expect(await tokenAccess(known, HUB).admit(asBearer(confused))).toBe(null);
  });

  it('proves nothing from a page of another origin', async () => {
    const keys = await hmac();
    const token = await signRoomToken(keys[0], grant());
    const admitFrom = (origin: string) =>
      tokenAccess(keys, HUB, { origins: ['https://lab.example'] }).admit(
        requestWith({ authorization: `Bearer ${token}`, origin })
      );
    expect(await admitFrom('https://lab.example')).not.toBe(null);
    expect(await admitFrom('https://hub.example')).not.toBe(null);
    for (const origin of [
      'http://lab.example',
      'https://lab.example:8443',
      'https://x.lab.example',
      'null'
    ]) {
      expect(await admitFrom(origin)).toBe(null);
    }
  });
});

describe('keys', () => {
  it('may be several, so that one can take the place of another', async () => {
    const keys = await hmac(`one:${SECRET}, two:${OTHER}`);
    expect(keys.map(({ kid, alg }) => [kid, alg])).toEqual([
      ['one', 'HS256'],
      ['two', 'HS256']
    ]);
  });

  it.each(['', 'secret', 'one:short', `one:${SECRET},one:${OTHER}`, '/nowhere/key.json'])(
    'are refused without being told: %s',
    async setting => {
      const failure = await readKeys(setting, 'WEFT_HUB_KEYS').catch(String);
      expect(failure).toMatch(/^KeyError: .*WEFT_HUB_KEYS.*\.$/);
      expect(failure).not.toContain(SECRET);
    }
  );
});
