import { Type } from 'typebox';

/*
 * Protobuf's JSON form (protobuf.dev/programming-guides/json) as JSON Schema: every field may be absent, an unknown
 * one is an error. What JSON Schema cannot say stands in keywords of our own, for those who read and write by schema:
 * `oneofs`, `numbers` of an enum, and `proto`, the type where it is another than JSON's.
 */

/** Names that are keys: of tasks, parameters, labels. */
const anyKey = Type.String({ pattern: '^' });

export const text = Type.String();
export const texts = Type.Array(text);
export const flag = Type.Boolean();
export const int32 = Type.Integer({ minimum: -(2 ** 31), maximum: 2 ** 31 - 1 });
/** Text in JSON, as a JavaScript number does not hold it. */
export const int64 = Type.String({ pattern: '^-?[0-9]+$', proto: 'int64' });
export const double = Type.Number();
/** Seconds with an `s` behind. */
export const duration = Type.String({ pattern: '^-?[0-9]+(\\.[0-9]{1,9})?s$', proto: 'duration' });
/** `google.protobuf.Value`: any JSON. */
export const value = Type.Unknown();
/** `google.protobuf.Struct`: any JSON object. */
export const struct = Type.Record(anyKey, Type.Unknown(), { proto: 'struct' });

export const map = <S extends Type.TSchema>(schema: S) => Type.Record(anyKey, schema);
export const list = <S extends Type.TSchema>(schema: S) => Type.Array(schema);

export interface MessageOptions {
  /** Fields of which at most one may be there, one list for each `oneof`. */
  oneofs?: string[][];
  /** `struct` where the message around has a free Struct, so that all numbers are doubles. */
  proto?: 'struct';
  /** What other keys hold, where the message is a map of which we know some keys. */
  additionalProperties?: Type.TSchema;
}

/** A message whose fields are all optional. */
export const message = <Fields extends Type.TProperties>(fields: Fields, options: MessageOptions = {}) =>
  Type.Partial(Type.Object(fields), { additionalProperties: false, ...options });

/** An enum: names in JSON, numbers on the wire. */
export const enumeration = <Names extends Record<string, number>>(names: Names) =>
  Type.Enum(Object.keys(names) as (keyof Names & string)[], {
    numbers: Object.fromEntries(Object.entries(names).map(([name, number]) => [number, name]))
  });
