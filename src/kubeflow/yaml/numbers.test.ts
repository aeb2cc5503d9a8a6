import { describe, expect, it } from 'vitest';
import { doubleText } from './numbers';

describe('doubleText', () => {
  it.each([
    [1, '1.0'],
    [0.25, '0.25'],
    [-3, '-3.0'],
    [-0, '-0.0'],
    [0.0001, '0.0001'],
    [0.00001, '1.0e-05'],
    [1.5e-7, '1.5e-07'],
    [123456789012345, '123456789012345.0'],
    [1e16, '1.0e+16'],
    [1.25e21, '1.25e+21'],
    [5e-324, '5.0e-324'],
    [-Infinity, '-.inf']
  ])('writes %d as PyYAML does', (value, text) => {
    expect(doubleText(value)).toBe(text);
  });
});
