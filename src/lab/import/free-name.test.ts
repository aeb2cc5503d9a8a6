import { expect, it } from 'vitest';
import { freeName } from './free-name';

it('never takes a name that is there', () => {
  expect(freeName('a', '.weft', new Set(['b.weft']))).toBe('a.weft');
  expect(freeName('a', '.weft', new Set(['a.weft', 'a-1.weft', 'a-3.weft']))).toBe('a-2.weft');
});
