import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { Failure, StepRecord } from './run';

const time = Type.Number({ description: 'milliseconds since the epoch' });
const node = Type.String();
const message = Type.Optional(Type.String());

/** What a runner says while it works; one JSON object a line. */
export const RunEvent = Type.Union([
  Type.Object({ event: Type.Literal('run-started'), time, steps: Type.Array(Type.String()) }),
  Type.Object({ event: Type.Literal('step-started'), time, node }),
  Type.Object({ event: Type.Literal('step-log'), time, node, text: Type.String() }),
  Type.Object({
    event: Type.Literal('step-ended'),
    time,
    node,
    state: Type.Enum(['succeeded', 'failed', 'skipped', 'cached', 'cancelled']),
    message,
    failure: Type.Optional(Failure),
    record: Type.Optional(StepRecord),
    outputs: Type.Optional(Type.Record(Type.String(), Type.Unknown()))
  }),
  Type.Object({
    event: Type.Literal('run-ended'),
    time,
    state: Type.Enum(['succeeded', 'failed', 'cancelled']),
    message
  })
]);
export type RunEvent = Static<typeof RunEvent>;

/** The event in a line that a runner printed; undefined when it is none. */
export function parseEvent(line: string): RunEvent | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return Value.Check(RunEvent, value) ? value : undefined;
  } catch {
    return undefined;
  }
}
