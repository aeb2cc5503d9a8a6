import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLiteral } from './read-literal';

it.each<[string, unknown]>([
  ['5', 5],
  [' -1_000 # many', -1000],
  ['+3', 3],
  ['0x1F', 31],
  ['1e-3', 0.001],
  ['.5', 0.5],
  ['2.', 2],
  ['True', true],
  ['None', null],
  ['\'a\' "b"', 'ab'],
  ["r'a\\n'", 'a\\n'],
  ["'it\\'s \\u2603\\x41\\q'", "it's ☃A\\q"],
  ['"""two\nlines"""', 'two\nlines'],
  ['("a"\n "b")', 'ab'],
  ['(1)', 1],
  ['(1,)', [1]],
  ['()', []],
  ['[1, [2.5, "a"], ]', [1, [2.5, 'a']]],
  ['{"a": 1, \'b\': [None]}', { a: 1, b: [null] }],
  ['{}', {}]
])('reads %j', (source, value) => {
  expect(readLiteral(source)).toEqual({ value });
});

it.each([
  'x',
  '1 + 2',
  '2j',
  '{1, 2}',
  '{1: 2}',
  "b'a'",
  'f"{x}"',
  '9007199254740993',
  '1e999',
  '"\\N{DASH}"',
  '"\\101"',
  '[1 2]',
  '[,]',
  '[1',
  '"a',
  '1..real',
  'Truest',
  ''
])('leaves %j alone', source => {
  expect(readLiteral(source)).toBeUndefined();
});

it('reads back what JSON and Python write alike', () => {
  const data = fc.letrec<{ value: unknown }>(tie => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.integer(),
      fc.stringMatching(/^[ -~]*$/),
      fc.array(tie('value')),
      fc.dictionary(fc.stringMatching(/^[a-z]*$/), tie('value'))
    )
  })).value;
  fc.assert(
    fc.property(data, value => {
      expect(readLiteral(JSON.stringify(value))).toEqual({ value });
    }),
    { seed: 3, numRuns: 300 }
  );
});

it('ends on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'[](){},:\'"\\ 1.e-_xTrue#\n') }), text => {
      readLiteral(text);
    }),
    { seed: 4, numRuns: 2000 }
  );
});
