import { expect, it } from 'vitest';
import { remember } from './remember';

it('works each text out once while it is among the last ones', () => {
  const asked: string[] = [];
  const length = remember(text => {
    asked.push(text);
    return text.length;
  }, 6);
  expect(['aa', 'bb', 'aa', 'cc', 'dd', 'aa', 'bb'].map(length)).toEqual([2, 2, 2, 2, 2, 2, 2]);
  // For `dd` the one that was asked for longest ago had to go.
  expect(asked).toEqual(['aa', 'bb', 'cc', 'dd', 'bb']);
});

it('keeps what is larger than all it may keep only until the next', () => {
  let count = 0;
  const once = remember(() => ++count, 3);
  expect([once('large'), once('large'), once('a'), once('large')]).toEqual([1, 1, 2, 3]);
});
