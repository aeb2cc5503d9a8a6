import { expect, it } from 'vitest';
import { literalValue } from './literal-value';

it.each([
  ['3', 'integer', 3],
  ['-1_000', 'integer', -1000],
  ['3.0', 'number', 3],
  ['1e-3  # small', 'number', 0.001],
  ['.5', 'number', 0.5],
  ['"a # b"', 'string', 'a # b'],
  ["'it\\'s\\n'", 'string', "it's\n"],
  ['"""a"""', 'string', 'a'],
  ['"a" "b"', 'string', 'ab'],
  ['0x1e', 'integer', 30],
  ['True', 'boolean', true],
  ['[1, "a", None,]', 'list', [1, 'a', null]],
  ['{"a": [1.5], "b": {}}', 'object', { a: [1.5], b: {} }]
])('%s', (source, type, value) => {
  expect(literalValue(source)).toEqual({ type, value });
});

it.each(['None', '(1, 2)', '{1, 2}', '{1: 2}', '1 + 2', 'name', 'f"a"', 'b"a"', '1j', '', '[1'])(
  'leaves %s alone',
  source => {
    expect(literalValue(source)).toBeUndefined();
  }
);
