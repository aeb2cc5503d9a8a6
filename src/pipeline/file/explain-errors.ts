import { Value } from 'typebox/value';
import type { TSchema } from 'typebox';
import { fromPointer } from './json-pointer';

/** What is wrong with a value, and where in it. */
export interface Fault {
  path: string[];
  /** Follows the name of the field: `must be a string`. */
  reason: string;
}

type SchemaError = ReturnType<typeof Value.Errors>[number];

/** The most telling fault of a value against a schema: the one furthest in; null when the value fits. */
export function findFault(schema: TSchema, value: unknown): Fault | null {
  if (Value.Check(schema, value)) {
    return null;
  }
  const errors = Value.Errors(schema, value);
  const depth = (error: SchemaError) => fromPointer(error.instancePath).length;
  const deepest = Math.max(...errors.map(depth));
  const first = errors.find(error => depth(error) === deepest) ?? errors[0];
  const here = errors.filter(error => error.instancePath === first.instancePath);
  return { path: fromPointer(first.instancePath), reason: reasonOf(here) };
}

function reasonOf(errors: SchemaError[]): string {
  if (errors.some(error => error.keyword === 'anyOf')) {
    const forms = errors.filter(error => error.keyword === 'required').map(error => missing(error));
    if (forms.length > 0) {
      return `has none of the forms allowed here: add ${forms.join(', or ')}`;
    }
    const types = errors.flatMap(error => (error.keyword === 'type' ? [typeName(error.params.type)] : []));
    const isPlain = !types.includes(TYPES.object) && !types.includes(TYPES.array);
    return types.length > 0 && isPlain
      ? `must be ${types.join(' or ')}`
      : 'has none of the forms allowed here';
  }
  return one(errors[0]);
}

const quoted = (values: readonly unknown[], last: string) =>
  values
    .map(value => JSON.stringify(value))
    .join(', ')
    .replace(/, ([^,]*)$/, ` ${last} $1`);

function missing(error: SchemaError): string {
  return error.keyword === 'required' ? quoted(error.params.requiredProperties, 'and') : '';
}

const TYPES: Record<string, string> = {
  string: 'a text in double quotes',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object'
};

const typeName = (type: unknown) => TYPES[String(type)] ?? String(type);

function one(error: SchemaError): string {
  switch (error.keyword) {
    case 'required':
      return `lacks ${missing(error)}`;
    case 'type':
      return `must be ${typeName(error.params.type)}`;
    case 'enum':
      return `must be one of ${quoted(error.params.allowedValues, 'or')}`;
    case 'minimum':
      return `must be at least ${String(error.params.limit)}`;
    case 'maximum':
      return `must be at most ${String(error.params.limit)}`;
    case 'pattern':
      return `must have the form ${String(error.params.pattern)}`;
    default:
      return error.message;
  }
}
