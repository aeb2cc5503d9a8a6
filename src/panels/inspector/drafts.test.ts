import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText as trans } from '../../actions';
import { SEEDED } from '../testing/seeded';
import { looseCodec, numberCodec, requiredTextCodec, textCodec, valueCodec } from './drafts';
import { nameCodec, PARAMETER_NAME } from './names';

const refusal = (parsed: { ok: boolean; message?: string }) => (parsed.ok ? null : parsed.message);
const json = fc
  .jsonValue({ noUnicodeString: false })
  .map(value => JSON.parse(JSON.stringify(value)) as unknown);

const VALUES = {
  string: fc.string({ minLength: 1 }),
  integer: fc.integer(),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => value + 0 || 0),
  boolean: fc.boolean(),
  list: fc.array(json),
  object: fc.dictionary(fc.string(), json).map(value => JSON.parse(JSON.stringify(value)) as object)
};

describe('drafts', () => {
  it.each(Object.keys(VALUES) as (keyof typeof VALUES)[])(
    'a constant of type %s survives its field',
    type => {
      fc.assert(
        fc.property(VALUES[type] as fc.Arbitrary<unknown>, value => {
          const codec = valueCodec(type);
          expect(codec.parse(codec.format(value), trans)).toEqual({ ok: true, value });
        })
      );
    }
  );

  it('a value of no declared type survives its field', () => {
    fc.assert(
      fc.property(
        json.filter(value => typeof value !== 'string' || value.trim() !== ''),
        value => {
          expect(looseCodec.parse(looseCodec.format(value), trans)).toEqual({ ok: true, value });
        }
      ),
      SEEDED
    );
  });

  it('an empty text removes a setting unless it is required', () => {
    expect(textCodec.parse('  ', trans)).toEqual({ ok: true, value: undefined });
    expect(requiredTextCodec.parse('  ', trans)).toEqual({ ok: true, value: '' });
    expect(numberCodec().parse('', trans)).toEqual({ ok: true, value: undefined });
    expect(valueCodec('list').parse('', trans)).toEqual({ ok: true, value: undefined });
  });

  it('says why a number cannot be taken', () => {
    const retries = numberCodec({ whole: true, min: 0 });
    expect(retries.parse('3', trans)).toEqual({ ok: true, value: 3 });
    expect(refusal(retries.parse('two', trans))).toContain('two');
    expect(refusal(retries.parse('1.5', trans))).toContain('whole');
    expect(refusal(retries.parse('-1', trans))).toContain('least');
    expect(refusal(retries.parse('Infinity', trans))).toContain('not a number');
  });

  it('says how to write lists, objects and booleans', () => {
    expect(refusal(valueCodec('list').parse('{}', trans))).toContain('list');
    expect(refusal(valueCodec('object').parse('[1', trans))).toContain('object');
    expect(refusal(valueCodec('boolean').parse('yes', trans))).toContain('true or false');
  });

  it('shows a value that does not fit its declared type rather than hiding it', () => {
    expect(valueCodec('string').format(7)).toBe('7');
    expect(valueCodec('integer').format('seven')).toBe('seven');
  });

  it('refuses names that are empty, malformed or taken', () => {
    const codec = nameCodec({ pattern: PARAMETER_NAME, taken: ['epochs'] });
    expect(codec.parse(' rate ', trans)).toEqual({ ok: true, value: 'rate' });
    expect(codec.parse('', trans).ok).toBe(false);
    expect(codec.parse('1st', trans).ok).toBe(false);
    expect(refusal(codec.parse('epochs', trans))).toContain('taken');
  });
});
