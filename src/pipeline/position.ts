import { type Static, Type } from 'typebox';

/** Top left corner of a node on the canvas, in flow units. */
export const Position = Type.Tuple([Type.Number(), Type.Number()]);
export type Position = Static<typeof Position>;
