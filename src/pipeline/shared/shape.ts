/**
 * How a value is spread over the keys of a Y.Map, so that people who edit two settings at once both win.
 * Without a shape a value is one entry, replaced whole.
 */
export type Shape = ObjectShape | ListShape;

interface ObjectShape {
  kind: 'object';
  /** True for what somebody adds and removes: without an entry of its own, what is left inside is ignored. */
  entry?: boolean;
  keys?: Record<string, Shape>;
  /** Shape of the keys not named in `keys`. */
  each?: Shape;
}

/** A list whose items have a name of their own: people who add two items both win. */
interface ListShape {
  kind: 'list';
  /** True for a list that is there even when two people have removed the last items at once. */
  entry?: boolean;
  /** The name of an item; undefined when it has none, and then the list is one entry. */
  nameOf(item: unknown): string | undefined;
}

const loose: Shape = { kind: 'object' };
const entry: Shape = { kind: 'object', entry: true };

const after: Shape = { kind: 'list', nameOf: item => (typeof item === 'string' ? item : undefined) };
const cells: Shape = {
  kind: 'list',
  entry: true,
  nameOf: item => {
    const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
    return typeof id === 'string' ? id : undefined;
  }
};

/** Nodes, whatever their kind. A binding (`from`), a command line and a size are one value each. */
export const NODE_SHAPE: Shape = {
  kind: 'object',
  keys: {
    resources: loose,
    env: loose,
    metadata: loose,
    retry: entry,
    inputs: { kind: 'object', each: entry },
    outputs: { kind: 'object', each: entry },
    after,
    cells
  }
};

/** The parameters of a pipeline, all in one Y.Map. */
export const PARAMETERS_SHAPE: Shape = { kind: 'object', each: entry };

/** The shape of a member of a value. */
export function shapeOfKey(shape: Shape | undefined, key: string): Shape | undefined {
  if (shape?.kind !== 'object') {
    return undefined;
  }
  return shape.keys && Object.hasOwn(shape.keys, key) ? shape.keys[key] : shape.each;
}
