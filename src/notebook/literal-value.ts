import { readLiteral } from './read-literal';

/** A Python literal as JSON has it, with the type of a parameter that holds it. */
export interface LiteralValue {
  type: 'string' | 'integer' | 'number' | 'boolean' | 'list' | 'object';
  value: unknown;
}

/**
 * The value of a Python literal that a parameter can hold: numbers, plain strings, booleans, and lists and dicts of
 * these. Undefined for all else: `None` alone says nothing of its type, and a tuple would come back as a list.
 */
export function literalValue(source: string): LiteralValue | undefined {
  const read = readLiteral(source);
  const type = read && typeOf(read.value, source);
  return type && { type, value: read.value };
}

/** `1.0` is a number, though JSON holds it as a whole one. */
const INTEGER = /^[\s(+-]*(0[xXoObB]|[\d_]+(?![\d_.eE]))/;

function typeOf(value: unknown, source: string): LiteralValue['type'] | undefined {
  switch (typeof value) {
    case 'number':
      return INTEGER.test(source) ? 'integer' : 'number';
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    default:
      return value === null || source.trimStart().startsWith('(')
        ? undefined
        : Array.isArray(value)
          ? 'list'
          : 'object';
  }
}
