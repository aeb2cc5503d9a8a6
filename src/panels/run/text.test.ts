import { expect, it } from 'vitest';
import { duration, outputText, plainText } from './text';

const ESC = '\u001b';

it('takes colours, cursor moves and links out of what was printed', () => {
  expect(plainText(`${ESC}[1;31mred${ESC}[0m`)).toBe('red');
  expect(plainText(`${ESC}[2K${ESC}[1Ga`)).toBe('a');
  expect(plainText(`${ESC}]8;;http://x${ESC}\\link${ESC}]8;;\u0007`)).toBe('link');
  expect(plainText('a [1] b')).toBe('a [1] b');
});

it('keeps of a rewritten line only what is seen at the end', () => {
  expect(plainText('10 %\r50 %\r100 %\ndone\r\n')).toBe('100 %\ndone\n');
});

it('words durations', () => {
  expect([40, 9_940, 12_400, 61_000, 3_599_999, 7_800_000].map(duration)).toEqual([
    '0.0 s',
    '9.9 s',
    '12 s',
    '1 min 1 s',
    '1 h 0 min',
    '2 h 10 min'
  ]);
});

it('shows values on one line', () => {
  expect(outputText(0.947368421)).toBe('0.947368');
  expect(outputText(7043)).toBe('7043');
  expect(outputText({ a: [1] })).toBe('{"a":[1]}');
  expect(outputText('x'.repeat(300))).toHaveLength(200);
});
