import { describe, expect, it } from 'vitest';
import { comparison, ConditionError, conjunction, negation, type Operand } from './condition';

const input = (type: string): Operand => ({ input: 'x', type });
const constant = (value: unknown): Operand => ({ constant: value });
const X = "inputs.parameter_values['x']";

describe('a condition in CEL', () => {
  it.each<[Operand, Operand, string]>([
    [input('string'), constant('heads'), `${X} == 'heads'`],
    [input('string'), constant(3), `${X} == '3'`],
    [input('string'), constant(true), `${X} == 'true'`],
    [input('integer'), constant(3), `int(${X}) == 3`],
    [input('integer'), constant(-1), `int(${X}) == -1`],
    [input('integer'), constant(0.5), `double(int(${X})) == 0.5`],
    [input('number'), constant(3), `${X} == double(3)`],
    [input('number'), constant(1e-7), `${X} == 1e-07`],
    [input('boolean'), constant(true), `${X} == true`],
    [input('number'), input('integer'), `${X} == double(int(${X}))`],
    [input('integer'), input('integer'), `int(${X}) == int(${X})`]
  ])('compares %j and %j as the SDK does', (left, right, text) => {
    expect(comparison(left, '==', right)).toBe(text);
  });

  it.each<[Operand, Operand, string]>([
    [input('string'), constant("it's a \\ \n"), `${X} == 'it\\'s a \\\\ \\n'`],
    [input('integer'), constant('3'), `string(int(${X})) == '3'`],
    [input('string'), input('number'), `${X} == string(${X})`],
    [input('boolean'), constant(1), `${X} == true`],
    [input('boolean'), constant(0), `${X} == false`],
    [input('boolean'), input('integer'), `${X} == (int(${X}) != 0)`]
  ])('compares %j and %j so that CEL reads what is meant', (left, right, text) => {
    expect(comparison(left, '==', right)).toBe(text);
  });

  it('refuses what has no order and no equal', () => {
    expect(() => comparison(input('list'), '==', constant('a'))).toThrow(ConditionError);
    expect(() => comparison(input('string'), '==', constant({}))).toThrow(ConditionError);
  });

  it('joins and turns round', () => {
    expect(conjunction([negation('a == b'), 'c < d'])).toBe('!(a == b) && c < d');
  });
});
