// The harness's client with a document, as the measurements of our own use it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Percentile of some numbers. */
export const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** Makes clients of the hub at a port; `connect()` resolves when the room's content is here. */
export async function clients(folder) {
  const { YClient } = await import(pathToFileURL(join(folder, 'yclient.mjs')).href);
  return (port, room, options = {}) =>
    new YClient({
      url: `ws://127.0.0.1:${port}/weft/rooms/${room}`,
      room,
      wire: 'yws',
      proto: 'weft.v1',
      ack: 'v1.collab',
      ...options
    });
}
