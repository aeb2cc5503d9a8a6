import type { TSchema } from 'typebox';
import { isObject } from '../spec/is-object';

/** What a schema of objects, lists, records and unions says of its inside. */
interface Inside {
  type?: string;
  properties?: Record<string, TSchema>;
  items?: TSchema;
  anyOf?: TSchema[];
  required?: string[];
}

/** Paths below a value of keys that its schema does not name. */
export function* unknownKeys(
  value: unknown,
  schema: TSchema,
  path: readonly string[] = []
): Generator<string[]> {
  const { properties, items, anyOf }: Inside = schema;
  if (anyOf) {
    const found = anyOf.filter(form => fits(value, form)).map(form => [...unknownKeys(value, form, path)]);
    yield* found.sort((a, b) => a.length - b.length)[0] ?? [];
  } else if (Array.isArray(value) && items) {
    for (const [index, item] of value.entries()) {
      yield* unknownKeys(item, items, [...path, String(index)]);
    }
  } else if (isObject(value) && properties) {
    for (const [key, member] of Object.entries(value)) {
      if (Object.hasOwn(properties, key)) {
        yield* unknownKeys(member, properties[key], [...path, key]);
      } else {
        yield [...path, key];
      }
    }
  }
}

/** Whether a form of a union is the one that is meant: it has all that the form asks for. */
function fits(value: unknown, form: TSchema): boolean {
  const { type = 'object', properties, required = [], anyOf }: Inside = form;
  if (anyOf) {
    return anyOf.some(inner => fits(value, inner));
  }
  return isObject(value)
    ? type === 'object' && required.every(key => Object.hasOwn(value, key))
    : !properties;
}
