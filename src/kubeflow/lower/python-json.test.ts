import { describe, expect, it } from 'vitest';
import { pythonJson } from './python-json';

describe("Python's JSON text", () => {
  it.each([
    [[1, 2.5, -3], '[1, 2.5, -3]'],
    [[{ b: 1, a: [true, null] }], '[{"a": [true, null], "b": 1}]'],
    [['é', '😀', '\u007f', '"\\\n'], String.raw`["\u00e9", "\ud83d\ude00", "\u007f", "\"\\\n"]`],
    [[1e-5, 0.0001, 1.5e300, 1e22, 123456789012], '[1e-05, 0.0001, 1.5e+300, 1e+22, 123456789012]'],
    [[], '[]'],
    [[{}], '[{}]']
  ])('prints %j', (value, text) => {
    expect(pythonJson(value)).toBe(text);
  });
});
