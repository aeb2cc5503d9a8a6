import { expect, test } from 'vitest';
import { newId, newNodeId, type RandomBytes, slug } from './id';

const filled =
  (byte: number): RandomBytes =>
  bytes =>
    bytes.fill(byte);

test('document ids hold 128 bits in 22 digits', () => {
  expect(newId(filled(0))).toBe('0'.repeat(22));
  expect(newId(filled(255))).toBe('7n42DGM5Tflk9n8mt7Fhc7');
  expect(new Set(Array.from({ length: 100 }, () => newId())).size).toBe(100);
});

test('slugs are short and plain', () => {
  expect(slug('  Ünïted  Nations!! ')).toBe('united-nations');
  expect(slug('x'.repeat(23) + ' y')).toBe('x'.repeat(23));
  expect(slug('日本')).toBe('');
});

test('a node id that is taken is drawn again', () => {
  let byte = 0;
  const counting: RandomBytes = bytes => bytes.fill(byte++);
  expect(newNodeId('日本', id => id === 'node-0000', counting)).toBe('node-1111');
});
