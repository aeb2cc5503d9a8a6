import fc from 'fast-check';

/** Text that YAML readers of one version or another take for something else, or that needs care to quote. */
const TRAPS = [
  ...[
    'y',
    'n',
    'Y',
    'yes',
    'No',
    'on',
    'OFF',
    'true',
    'False',
    'null',
    'Null',
    '~',
    '',
    ' ',
    '=',
    '<<',
    '-',
    '?'
  ],
  ...[
    '1_0',
    '12:30',
    '1:2:3.5',
    '0x1F',
    '0b1',
    '010',
    '0o10',
    '1e3',
    '1e-05',
    '.5',
    '5.',
    '+1',
    '-0',
    '.inf',
    '.NaN'
  ],
  ...[
    '2001-01-01',
    '2001-1-1 1:2:3',
    '2001-12-14t21:59:43.10-05:00',
    '--- x',
    '...',
    '# c',
    'a # b',
    'a: b',
    'a:'
  ],
  ...[
    '@x',
    '`x',
    '%x',
    '!x',
    '&x',
    '*x',
    '{{$}}',
    '[',
    '|',
    '>',
    "'",
    '"',
    '\\',
    'a\nb',
    '\na',
    'a\n\n',
    '  a\n b',
    '\t',
    'a\tb\n'
  ],
  ...[
    '\u0085',
    'a\u0085b',
    '\u2028',
    '\ufeff',
    '\u00a0',
    '\u0007',
    '\u007f',
    '\ufffe',
    'ü',
    '日本',
    '😀',
    'a\r\nb',
    '\r'
  ],
  ...['a'.repeat(2000), 'a '.repeat(300), `${'x'.repeat(1100)}: y`, '__proto__', 'constructor']
];
const ALPHABET = [
  ...' \n\t-?:,[]{}#&*!|>\'"%@`\\/.0123456789_xobeEyYnNoO~=<+',
  '\u0085',
  '\u2028',
  'é',
  '😀'
];

export const trickyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...TRAPS),
  fc.array(fc.constantFrom(...ALPHABET), { maxLength: 12 }).map(chars => chars.join('')),
  fc.string({ unit: 'binary', maxLength: 20 })
);

const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => (value === 0 ? 0 : value)),
  fc.constantFrom(
    1e-5,
    1e-7,
    1.5e-10,
    1e15,
    1e16,
    1e21,
    1e22,
    5e-324,
    1.7976931348623157e308,
    0.0001,
    123456.789
  )
);

/** Any JSON value, made of text and numbers that are hard to write. */
export const trickyValue: fc.Arbitrary<unknown> = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    trickyText,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(trickyText, tie('value'), { maxKeys: 4 })
  )
})).value;
