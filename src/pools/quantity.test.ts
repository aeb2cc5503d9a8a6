import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../pipeline/testing/property';
import { parseQuantity } from './quantity';

const NANO = 1_000_000_000n;
const LARGEST = (2n ** 63n - 1n) * NANO;

describe('parseQuantity', () => {
  it.each([
    ['0', 0n],
    ['1', NANO],
    ['+1', NANO],
    ['-1', -NANO],
    ['500m', NANO / 2n],
    ['0.5', NANO / 2n],
    ['.5', NANO / 2n],
    ['5.', 5n * NANO],
    ['100n', 100n],
    ['100u', 100_000n],
    ['1k', 1000n * NANO],
    ['1Ki', 1024n * NANO],
    ['1.5Gi', 1536n * 1024n * 1024n * NANO],
    ['1E', 10n ** 18n * NANO],
    ['1e3', 1000n * NANO],
    ['1E3', 1000n * NANO],
    ['12e-1', (12n * NANO) / 10n],
    ['1e-12', 1n],
    ['1.0000000001', NANO + 1n],
    ['-0.1n', -1n],
    ['100Ei', LARGEST],
    ['-100Ei', -LARGEST],
    ['1e999999999', LARGEST],
    ['1e-999999999', 1n],
    ['0e999999999', 0n]
  ])('reads %s', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '.',
    '-',
    'm',
    'Ki',
    '1 Gi',
    '1K',
    '1GB',
    '1gi',
    '1mi',
    '1e',
    '1e1.5',
    '0x1',
    '1,5',
    '--1',
    '1_0'
  ])('refuses “%s”', text => {
    expect(parseQuantity(text)).toBeUndefined();
  });

  const integer = fc.bigInt({ min: 0n, max: 10n ** 9n });

  it('gives binary suffixes 1024 of the one below', () => {
    const suffixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 7n }), fc.integer({ min: 1, max: 6 }), (value, place) => {
        const above = parseQuantity(`${value}${suffixes[place]}`);
        expect(above).toBe(parseQuantity(`${value * 1024n}${suffixes[place - 1]}`));
      }),
      runs(200)
    );
  });

  it('gives decimal suffixes the meaning of their exponent', () => {
    const suffix = fc.constantFrom(['n', -9], ['u', -6], ['m', -3], ['k', 3], ['M', 6], ['G', 9]);
    fc.assert(
      fc.property(integer, suffix, (value, [letter, exponent]) => {
        expect(parseQuantity(`${value}${letter}`)).toBe(parseQuantity(`${value}e${exponent}`));
      }),
      runs(200)
    );
  });

  it('is exact for nine decimals, and odd in its sign', () => {
    fc.assert(
      fc.property(integer, fc.integer({ min: 0, max: 999_999_999 }), (whole, fraction) => {
        const text = `${whole}.${String(fraction).padStart(9, '0')}`;
        expect(parseQuantity(text)).toBe(whole * NANO + BigInt(fraction));
        expect(parseQuantity(`-${text}`)).toBe(-(whole * NANO + BigInt(fraction)));
      }),
      runs(200)
    );
  });

  it('rounds what is finer than a billionth away from zero, by less than one', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 18n }),
        fc.integer({ min: 10, max: 30 }),
        (digits, exponent) => {
          const value = parseQuantity(`${digits}e-${exponent}`)!;
          const unit = 10n ** BigInt(exponent - 9);
          expect(value * unit >= digits && (value - 1n) * unit < digits).toBe(true);
        }
      ),
      runs(200)
    );
  });

  it('never throws and never leaves the range of Kubernetes', () => {
    const text = fc.stringMatching(/^[-+0-9.eEkKmMGTPinu]{0,12}$/);
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), quantity => {
        const value = parseQuantity(quantity) ?? 0n;
        expect(value <= LARGEST && value >= -LARGEST).toBe(true);
      }),
      runs(200)
    );
  });
});
