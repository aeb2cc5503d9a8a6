import { type Static, Type } from 'typebox';

/**
 * Something of an imported spec that the fields of Weft cannot say: at a path in what the node compiles to, `is`
 * stands in place of what would be written, `was`. Absent `is` or `was`: nothing stands there. When something else
 * than `was` would be written, the node was changed since, the entry does not apply, and the report says so.
 * Paths begin with `task`, `component`, `executor` or `platform`; those of the pipeline with `spec` or `platform`.
 */
export const Kept = Type.Object({
  at: Type.Array(Type.String()),
  is: Type.Optional(Type.Unknown()),
  was: Type.Optional(Type.Unknown())
});
export type Kept = Static<typeof Kept>;

/** Names in the spec, where they are not to be made from the title: those of an imported spec stay as they are. */
export const SpecNames = Type.Object({
  task: Type.Optional(Type.String()),
  component: Type.Optional(Type.String()),
  executor: Type.Optional(Type.String()),
  /** Loops only: the input that holds the item. */
  item: Type.Optional(Type.String())
});
export type SpecNames = Static<typeof SpecNames>;
