import type { TSchema } from 'typebox';
import { Binding } from '../../../pipeline';

/** How a value is edited, as its schema tells. */
export type Shape =
  | { form: 'text' }
  | { form: 'number'; whole: boolean; min?: number; max?: number }
  | { form: 'switch' }
  | { form: 'choice'; of: readonly string[] }
  /** A list of texts. */
  | { form: 'texts' }
  /** Names with a text each. */
  | { form: 'table' }
  /** Anything: JSON. */
  | { form: 'json' }
  | { form: 'record'; members: readonly Member[] }
  | { form: 'list'; item: Shape }
  /** What is written here, or a binding in its place. */
  | { form: 'bound'; own: Shape };

export interface Member {
  key: string;
  required: boolean;
  shape: Shape;
}

/** As much of a JSON Schema as tells how to edit a value. */
interface JsonSchema {
  type?: string;
  enum?: string[];
  anyOf?: TSchema[];
  items?: TSchema;
  properties?: Record<string, TSchema>;
  patternProperties?: Record<string, TSchema>;
  required?: string[];
  minimum?: number;
  maximum?: number;
}

const PLAIN: Readonly<Record<string, Shape>> = {
  string: { form: 'text' },
  boolean: { form: 'switch' }
};

/** The shape of values of a schema; what no field of its own fits is edited as JSON. */
export function shapeOf(schema: TSchema): Shape {
  const known = schema as JsonSchema;
  const { type, properties, items, patternProperties, anyOf } = known;
  if (known.enum) {
    return { form: 'choice', of: known.enum };
  }
  if (anyOf) {
    const own = anyOf.filter(member => member !== Binding);
    return own.length === 1 && anyOf.length === 2
      ? { form: 'bound', own: shapeOf(own[0]) }
      : { form: 'json' };
  }
  if (type === 'integer' || type === 'number') {
    return { form: 'number', whole: type === 'integer', min: known.minimum, max: known.maximum };
  }
  if (items) {
    const item = shapeOf(items);
    return item.form === 'text' ? { form: 'texts' } : { form: 'list', item };
  }
  if (properties) {
    const members = Object.entries(properties).map(([key, member]) => ({
      key,
      required: known.required?.includes(key) ?? false,
      shape: shapeOf(member)
    }));
    return { form: 'record', members };
  }
  const [row] = Object.values(patternProperties ?? {});
  return row && shapeOf(row).form === 'text' ? { form: 'table' } : (PLAIN[type ?? ''] ?? { form: 'json' });
}

/** What a new value of a shape starts as: only what the schema requires. */
export function firstOf(shape: Shape): unknown {
  switch (shape.form) {
    case 'text':
      return '';
    case 'number':
      return shape.min ?? 0;
    case 'switch':
      return false;
    case 'choice':
      return shape.of[0];
    case 'texts':
    case 'list':
      return [];
    case 'table':
    case 'json':
      return {};
    case 'record': {
      const [first] = shape.members;
      const asked = shape.members.filter(member => member.required);
      // An object with one key may read as a binding: with its first name there, it never does.
      const there = asked.length === 0 && first?.shape.form === 'text' ? [first] : asked;
      return Object.fromEntries(there.map(({ key, shape }) => [key, firstOf(shape)]));
    }
    case 'bound':
      return firstOf(shape.own);
  }
}

/** Names of all settings inside a shape, at every depth. */
export function keysOf(shape: Shape): string[] {
  switch (shape.form) {
    case 'record':
      return shape.members.flatMap(({ key, shape }) => [key, ...keysOf(shape)]);
    case 'list':
      return keysOf(shape.item);
    case 'bound':
      return keysOf(shape.own);
    default:
      return [];
  }
}
