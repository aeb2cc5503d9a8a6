import { expect, it } from 'vitest';
import { pack, unpack } from './message';

it('brings plain data and bytes to the other side, and of bytes no more than was meant', () => {
  const pool = new Uint8Array(10_000).fill(9);
  const data = [
    'room',
    null,
    undefined,
    {
      list: [pool.subarray(0, 3), pool.subarray(5, 5), pool.subarray(7, 8)],
      one: pool.subarray(1, 2),
      empty: []
    },
    [{ nested: [pool.subarray(4, 6), 'not only bytes'] }]
  ];
  const message = pack(data);
  expect(message.bytes).toHaveLength(3 + 0 + 1 + 1 + 2);
  expect(unpack(structuredClone(message, { transfer: [message.bytes.buffer] }))).toEqual(data);
});
