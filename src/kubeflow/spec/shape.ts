import type { TSchema } from 'typebox';

/** A schema of this folder in the form in which values are walked beside it: each kind once, look-ups made. */
export type Shape =
  | MessageShape
  | { kind: 'map' | 'list'; of: Shape }
  | { kind: 'enum'; names: ReadonlySet<unknown>; numbers: Readonly<Record<number, string>> }
  | { kind: 'text' | 'int64' | 'duration'; pattern?: RegExp }
  | { kind: 'int32' | 'double' | 'flag' | 'value' | 'struct' };

export interface MessageShape {
  kind: 'message';
  fields: ReadonlyMap<string, Shape>;
  /** JSON name by the name in the .proto file, which protobuf's readers take too. */
  protoNames: ReadonlyMap<string, string>;
  required: readonly string[];
  oneofs: readonly (readonly string[])[];
  /** What other keys hold; absent when there may be none. */
  others?: Shape;
  /** Within a free Struct, where every number is a double. */
  struct: boolean;
}

/** The keywords that `protobuf.ts` writes. */
interface Keywords {
  type?: string;
  properties?: Record<string, TSchema>;
  patternProperties?: Record<string, TSchema>;
  additionalProperties?: boolean | TSchema;
  required?: string[];
  items?: TSchema;
  enum?: unknown[];
  pattern?: string;
  numbers?: Record<number, string>;
  oneofs?: string[][];
  proto?: 'int64' | 'duration' | 'struct';
}

const shapes = new WeakMap<TSchema, Shape>();

/** The shape of a schema; the same object every time. */
export function shapeOf(schema: TSchema): Shape {
  const known = shapes.get(schema);
  if (known) {
    return known;
  }
  const shape = makeShape(schema);
  shapes.set(schema, shape);
  return shape;
}

function makeShape(schema: TSchema): Shape {
  const {
    type,
    proto,
    properties,
    patternProperties,
    items,
    enum: names,
    numbers,
    pattern
  }: Keywords = schema;
  if (properties) {
    return messageShape(schema, properties);
  }
  if (patternProperties) {
    return proto === 'struct'
      ? { kind: 'struct' }
      : { kind: 'map', of: shapeOf(Object.values(patternProperties)[0]) };
  }
  if (items) {
    return { kind: 'list', of: shapeOf(items) };
  }
  if (names) {
    return { kind: 'enum', names: new Set(names), numbers: numbers ?? {} };
  }
  switch (type) {
    case 'string':
      return {
        kind: proto === 'int64' || proto === 'duration' ? proto : 'text',
        ...(pattern !== undefined && { pattern: new RegExp(pattern) })
      };
    case 'integer':
      return { kind: 'int32' };
    case 'number':
      return { kind: 'double' };
    case 'boolean':
      return { kind: 'flag' };
    default:
      return { kind: 'value' };
  }
}

function messageShape(schema: TSchema, properties: Record<string, TSchema>): MessageShape {
  const { additionalProperties: others, required = [], oneofs = [], proto }: Keywords = schema;
  const names = Object.keys(properties);
  return {
    kind: 'message',
    fields: new Map(names.map(name => [name, shapeOf(properties[name])])),
    protoNames: new Map(names.map(name => [protoName(name), name])),
    required,
    oneofs,
    ...(typeof others === 'object' && { others: shapeOf(others) }),
    struct: proto === 'struct'
  };
}

const protoName = (jsonName: string) => jsonName.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
