import { type Static, Type } from 'typebox';
import { User } from './user';

const Point = Type.Tuple([Type.Number(), Type.Number()]);
const Ids = Type.Array(Type.String({ maxLength: 256 }), { maxItems: 100 });

/**
 * What a client shows of itself while it is here, never stored. Coordinates are those of the drawing, so that they mean
 * the same at every zoom. Whatever does not fit is passed over, key by key.
 */
export const Presence = Type.Object({
  /** Set by the hub, whatever the client says. */
  user: Type.Optional(User),
  cursor: Type.Optional(Point),
  selection: Type.Optional(Ids),
  /** Nodes in hand, and how far they were moved. */
  drag: Type.Optional(Type.Object({ nodes: Ids, by: Point })),
  /** The node whose settings are open, and the field that has the focus. */
  field: Type.Optional(
    Type.Object({
      node: Type.String({ maxLength: 256 }),
      field: Type.Optional(Type.String({ maxLength: 256 }))
    })
  ),
  /** What is seen: the left, top, right and bottom of it. */
  view: Type.Optional(Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()])),
  /** Where the client's copy of the file lies: of those with the same place, one writes it. */
  place: Type.Optional(Type.String({ maxLength: 64 }))
});
export type Presence = Static<typeof Presence>;
