import { expect, it } from 'vitest';
import { container, findings, flowOf, found } from '../testing/flow';
import { longName } from './long-name';

const titled = (length: number) => flowOf({ a: container({ title: 'x'.repeat(length) }) });

it('is content with titles of up to 63 characters, and with long notes', () => {
  expect(found(longName, titled(63))).toEqual([]);
  expect(found(longName, flowOf({ a: { kind: 'note', title: 'x'.repeat(64), text: '' } }))).toEqual([]);
});

it('says what a longer one becomes', () => {
  expect(found(longName, titled(64))).toEqual(['info a title']);
  expect(findings(longName, titled(64))[0].message).toContain(`runs call it ${'x'.repeat(63)}.`);
});
