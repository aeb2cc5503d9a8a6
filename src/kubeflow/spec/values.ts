import { type Static } from 'typebox';
import { double, int64, message, text, value } from './protobuf';

/** `Value`, deprecated: what schema 2.0.0 writes for constants. */
export const OldValue = message(
  { intValue: int64, doubleValue: double, stringValue: text },
  { oneofs: [['intValue', 'doubleValue', 'stringValue']] }
);
export type OldValue = Static<typeof OldValue>;

/** `ValueOrRuntimeParameter`: a constant, or the name of an input of the component. */
export const RuntimeValue = message(
  { constantValue: OldValue, runtimeParameter: text, constant: value },
  { oneofs: [['constantValue', 'runtimeParameter', 'constant']] }
);
export type RuntimeValue = Static<typeof RuntimeValue>;
