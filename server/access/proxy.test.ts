import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { AddressError } from './addresses';
import { proxyAccess } from './proxy';

function requestFrom(
  remoteAddress: string | undefined,
  headers: Record<string, string | string[]>
): IncomingMessage {
  const entries = Object.entries({ host: 'hub.example', ...headers });
  return {
    socket: { remoteAddress },
    headers: Object.fromEntries(entries.map(([name, value]) => [name, [value].flat().join(', ')])),
    headersDistinct: Object.fromEntries(entries.map(([name, value]) => [name, [value].flat()]))
  } as unknown as IncomingMessage;
}

const HEADER = 'kubeflow-userid';
const ADA = { [HEADER]: 'ada@example.com' };

describe('behind a gateway', () => {
  const access = proxyAccess({ header: 'Kubeflow-UserId', addresses: ['10.1.0.0/16', 'fd00::/8'] });

  it('believes the gateway who the user is', async () => {
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', 'fd00::17']) {
      expect(await access.admit(requestFrom(address, ADA))).toMatchObject({
        user: { username: 'ada@example.com' }
      });
    }
  });

  it.each<[string, string | undefined, Record<string, string | string[]>]>([
    ['from elsewhere in the network', '10.2.0.1', ADA],
    ['from elsewhere, as if by way of the gateway', '10.2.0.1', { ...ADA, 'x-forwarded-for': '10.1.2.3' }],
    ['from a socket without an address', undefined, ADA],
    ['without the header', '10.1.2.3', {}],
    ['with the header twice', '10.1.2.3', { [HEADER]: ['eve', 'ada@example.com'] }],
    ['with an empty name', '10.1.2.3', { [HEADER]: '' }],
    ['with a name that breaks lines', '10.1.2.3', { [HEADER]: 'ada\nbob' }],
    ['with a name without end', '10.1.2.3', { [HEADER]: 'a'.repeat(257) }],
    ['from a page of another origin', '10.1.2.3', { ...ADA, origin: 'https://evil.example' }],
    ['from a frame without an origin', '10.1.2.3', { ...ADA, origin: 'null' }],
    ['from an image in another site', '10.1.2.3', { ...ADA, 'sec-fetch-site': 'cross-site' }]
  ])('knows nobody %s', async (_what, address, headers) => {
    expect(await access.admit(requestFrom(address, headers))).toBe(null);
  });

  it('may ask for a secret instead, or as well', async () => {
    const secret = 'shown by the gateway';
    const shown = { ...ADA, 'x-weft-gateway': secret };
    const bySecret = proxyAccess({ header: HEADER, secret });
    expect(await bySecret.admit(requestFrom('192.0.2.1', shown))).not.toBe(null);
    expect(await bySecret.admit(requestFrom('192.0.2.1', ADA))).toBe(null);
    expect(await bySecret.admit(requestFrom('192.0.2.1', { ...shown, 'x-weft-gateway': 'guess' }))).toBe(
      null
    );
    const byBoth = proxyAccess({ header: HEADER, secret, addresses: ['10.1.2.3'] });
    expect(await byBoth.admit(requestFrom('10.1.2.3', shown))).not.toBe(null);
    expect(await byBoth.admit(requestFrom('10.1.2.4', shown))).toBe(null);
    expect(await byBoth.admit(requestFrom('10.1.2.3', ADA))).toBe(null);
  });

  it('believes nobody when no gateway is named', async () => {
    expect(await proxyAccess({ header: HEADER }).admit(requestFrom('10.1.2.3', ADA))).toBe(null);
  });
});

describe('the address of a client', () => {
  const addressOf = (address: string, forwarded?: string) =>
    proxyAccess({ header: HEADER }, { trustedProxies: ['10.0.0.0/8'] }).addressOf(
      requestFrom(address, forwarded === undefined ? {} : { 'x-forwarded-for': forwarded })
    );

  it.each([
    ['192.0.2.1', undefined, '192.0.2.1'],
    ['192.0.2.1', '198.51.100.9', '192.0.2.1'],
    ['10.0.0.1', '198.51.100.9', '198.51.100.9'],
    ['10.0.0.1', '203.0.113.5, 198.51.100.9', '198.51.100.9'],
    ['10.0.0.1', '203.0.113.5, 198.51.100.9, 10.0.0.2', '198.51.100.9'],
    ['::ffff:10.0.0.1', '2001:db8::1', '2001:db8::1'],
    ['10.0.0.1', 'unknown', '10.0.0.1']
  ])('of %s forwarded for %s is %s', (address, forwarded, expected) => {
    expect(addressOf(address, forwarded)).toBe(expected);
  });
});

it.each(['10.0.0.0/33', '10.0.0/8', 'gateway', '10.0.0.0/8/8', '::/129', '10.0.0.1/', ''])(
  'refuses a range that is none: %o',
  range => {
    expect(() => proxyAccess({ header: HEADER, addresses: [range] })).toThrow(AddressError);
  }
);
