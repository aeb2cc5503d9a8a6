import { expect, it } from 'vitest';
import { stringValue } from './string-value';

it.each([
  [`'a'`, 'a'],
  [`"""a"b"""`, 'a"b'],
  [`'a\\tb\\\\'`, 'a\tb\\'],
  [`r'a\\tb'`, 'a\\tb'],
  [`'\\101\\x41\\u0041\\U00000041\\a'`, 'AAAA\x07'],
  [`'\\U0001F600'`, '😀'],
  [`'\\q\\N{DASH}'`, '\\q\\N{DASH}'],
  [`'a\\\nb'`, 'ab'],
  [`f'{{a}}'`, '{a}']
])('%s', (raw, value) => {
  expect(stringValue(raw)).toEqual({ type: 'str', value });
});

it('leaves the escapes of text alone in bytes', () => {
  expect(stringValue(`Rb'\\u0041'`)).toEqual({ type: 'bytes', value: '\\u0041' });
  expect(stringValue(`b'\\u0041\\xff\\777'`)).toEqual({ type: 'bytes', value: '\\u0041\xff\xff' });
});
