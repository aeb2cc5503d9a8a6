/**
 * How a value is spread over the keys of a Y.Map, so that people who edit two settings at once both win.
 * Without a shape a value is one entry, replaced whole.
 */
export type Shape = ObjectShape | ListShape;

interface ObjectShape {
  kind: 'object';
  /**
   * For what somebody adds and removes: it has an entry of its own, an object of these keys, and without that
   * what is left inside is ignored. What the schema requires is among them, so that no merge can part them.
   */
  head?: readonly string[];
  keys?: Record<string, Shape>;
  /** Shape of the keys not named in `keys`. */
  each?: Shape;
}

/** A list whose items have a name of their own: people who add two items both win. */
interface ListShape {
  kind: 'list';
  /** True for a list that stays, empty, when two people remove the last items at once. */
  required?: boolean;
  /** The name of an item; undefined when it has none, and then the list is one entry. */
  nameOf(item: unknown): string | undefined;
}

const loose: Shape = { kind: 'object' };
const port: Shape = { kind: 'object', head: ['type'] };
/** An output of a group must say what gives it. */
const output: Shape = { kind: 'object', head: ['type', 'from'] };

const after: Shape = { kind: 'list', nameOf: item => (typeof item === 'string' ? item : undefined) };
const cells: Shape = {
  kind: 'list',
  required: true,
  nameOf: item => {
    const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
    return typeof id === 'string' ? id : undefined;
  }
};

/**
 * Nodes, whatever their kind. A binding, the items of a loop, a condition, a command line, a setting of Kubernetes, what
 * an import keeps and a size are one value each.
 */
export const NODE_SHAPE: Shape = {
  kind: 'object',
  keys: {
    resources: loose,
    env: loose,
    metadata: loose,
    retry: { kind: 'object', head: ['max'] },
    inputs: { kind: 'object', each: port },
    outputs: { kind: 'object', each: output },
    kubernetes: loose,
    names: loose,
    after,
    cells
  }
};

/** The parameters of a pipeline, all in one Y.Map. */
export const PARAMETERS_SHAPE: Shape = { kind: 'object', each: port };

/** Threads of comments, all in one Y.Map: a thread gets two replies at once, or one while it is resolved. */
export const COMMENTS_SHAPE: Shape = {
  kind: 'object',
  each: { kind: 'object', keys: { messages: { kind: 'object' } } }
};

/** The shape of a member of a value. */
export function shapeOfKey(shape: Shape | undefined, key: string): Shape | undefined {
  if (shape?.kind !== 'object') {
    return undefined;
  }
  return shape.keys && Object.hasOwn(shape.keys, key) ? shape.keys[key] : shape.each;
}

/** True when a member of a value stands in the value's own entry. */
export function isInHead(shape: Shape | undefined, key: string): boolean {
  return shape?.kind === 'object' && shape.head !== undefined && shape.head.includes(key);
}
