import { Type } from 'typebox';

/** A whole number from 0 that fits the int32 fields of a spec, which is unreadable to every server beyond them. */
export const count = (options: Type.TNumberOptions = {}) =>
  Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1, ...options });
