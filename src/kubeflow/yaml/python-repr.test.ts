import { describe, expect, it } from 'vitest';
import { pythonRepr } from './python-repr';

describe('pythonRepr', () => {
  it.each([
    ['a', "'a'"],
    ["it's", '"it\'s"'],
    ['"it\'s"', "'\"it\\'s\"'"],
    ['a\\b\t\r\n', "'a\\\\b\\t\\r\\n'"],
    ['\x07\u0085\u00a0\u2028\u{e0001}é日', "'\\x07\\x85\\xa0\\u2028\\U000e0001é日'"],
    [{ a: [1, -0.5, 1e16, true, null, {}, []] }, "{'a': [1.0, -0.5, 1e+16, True, None, {}, []]}"]
  ])('shows %j as Python does', (value, shown) => {
    expect(pythonRepr(value)).toBe(shown);
  });
});
