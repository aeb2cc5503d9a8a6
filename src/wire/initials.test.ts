import { expect, test } from 'vitest';
import { initials } from './initials';

test.each([
  ['Ann Lee', 'AL'],
  ['ann', 'A'],
  ['maria del carmen', 'MC'],
  ['bob.ross@acme.org', 'BO'],
  ['😀 smile', '😀S'],
  ['  ', '?']
])('%s is %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
