import { expect, it } from 'vitest';
import WebSocket from 'ws';
import { CLOSE } from '../../src/wire';
import { testHub } from '../testing/hub';
import { RawClient } from '../testing/raw-client';

const TOKEN = 'weft.v1.token.eyJhbGciOiJub25lIn0.e30.';

/** The code that a client without the proxy's secret is closed with, or the status that it is refused with. */
function outcome(url: string, protocols: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${url}rooms/doc1`, protocols);
    socket.on('close', (code, reason) => resolve(`closed ${code} ${reason}`));
    socket.on('unexpected-response', (_, { statusCode }) => resolve(`refused ${statusCode}`));
    socket.on('error', reject);
  });
}

it('tells a browser that its token is of no use, in a way that it can see', async () => {
  const { url } = await testHub();
  expect(await outcome(url, ['weft.v1', TOKEN])).toMatch(`closed ${CLOSE.revoked} The token`);
  expect(await outcome(url, [TOKEN])).toMatch(`closed ${CLOSE.revoked} The token`);
  expect(await outcome(url, ['weft.v1'])).toBe('refused 403');
});

it('never chooses a token as the protocol, and logs none', async () => {
  const lines: string[] = [];
  const { url } = await testHub({ log: (event, facts) => lines.push(JSON.stringify([event, facts])) });
  const client = await RawClient.open(`${url}rooms/doc1?epoch=stale&secret=hush`, {
    protocols: [TOKEN, 'weft.v1']
  });
  expect(client.socket.protocol).toBe('weft.v1');
  await client.untilClosed();
  const other = await RawClient.open(`${url}rooms/doc1?secret=hush`, { protocols: [TOKEN, 'weft.v1'] });
  other.send(new Uint8Array([99, 104, 117, 115, 104]));
  await other.untilClosed();
  expect(lines.join('\n')).toContain('client refused');
  expect(lines.join('\n')).not.toMatch(/eyJ|hush|secret of this/);
});
