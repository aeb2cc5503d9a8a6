import type { Static, TSchema } from 'typebox';
import { isObject } from './is-object';
import { type MessageShape, type Shape, shapeOf } from './shape';

/**
 * A message as protobuf's JSON form writes it, out of any form that its readers take: names of the .proto file
 * instead of JSON names, numbers of enums, int64 as numbers, other numbers as text, `null` for a field that is not
 * there. What is no such form is left as it is, for `validateSpec` to find. The value is not changed; what needs no
 * change is not copied.
 */
export function normalise<S extends TSchema>(schema: S, value: unknown): Static<S> {
  return normal(shapeOf(schema), value) as Static<S>;
}

function normal(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'message':
      return isObject(value) ? normalMessage(shape, value) : value;
    case 'map':
      return isObject(value) ? rewritten(value, (key, inner) => [key, normal(shape.of, inner)]) : value;
    case 'list':
      return Array.isArray(value) ? normalList(shape.of, value) : value;
    case 'enum':
      return typeof value === 'number' ? (shape.numbers[value] ?? value) : value;
    case 'int64':
      return Number.isSafeInteger(value) ? String(value) : value;
    case 'int32':
    case 'double':
      return typeof value === 'string' && NUMBER.test(value) ? Number(value) : value;
    default:
      return value;
  }
}

const NUMBER = /^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$/;

function normalMessage(message: MessageShape, value: Record<string, unknown>): unknown {
  return rewritten(value, (key, inner) => {
    const jsonName = message.protoNames.get(key);
    const name = jsonName !== undefined && !Object.hasOwn(value, jsonName) ? jsonName : key;
    const field = message.fields.get(name) ?? message.others;
    if (!field) {
      return [name, inner];
    }
    return inner === null && field.kind !== 'value' ? undefined : [name, normal(field, inner)];
  });
}

function normalList(shape: Shape, values: readonly unknown[]): unknown {
  const written = values.map(value => normal(shape, value));
  return written.some((value, i) => value !== values[i]) ? written : values;
}

/** The object with each entry as `write` says, or without it; itself when nothing changes. */
function rewritten(
  object: Record<string, unknown>,
  write: (key: string, value: unknown) => [string, unknown] | undefined
): Record<string, unknown> {
  let changed = false;
  const entries: [string, unknown][] = [];
  for (const key of Object.keys(object)) {
    const entry = write(key, object[key]);
    changed ||= !entry || entry[0] !== key || entry[1] !== object[key];
    if (entry) {
      entries.push(entry);
    }
  }
  // keeps a key called `__proto__` a key
  return changed ? Object.fromEntries(entries) : object;
}
