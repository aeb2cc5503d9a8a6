import { expect, it } from 'vitest';
import { durationSeconds } from './duration';

it.each([
  ['90s', 90],
  ['15m', 900],
  ['2h30m', 9000],
  ['1h 5s', 3605],
  ['2d', 172800],
  ['1w', 604800],
  ['45', 45],
  ['0s', 0],
  ['', undefined],
  ['soon', undefined],
  ['5 s x', undefined],
  ['1.5h', undefined],
  ['-5s', undefined],
  ['s', undefined]
])('reads %j', (text, seconds) => {
  expect(durationSeconds(text)).toBe(seconds);
});
