import { CORE_SCHEMA, load, type State } from 'js-yaml';

/** A place in a text; line and column from 1. */
export interface TextPlace {
  line: number;
  column: number;
}

/** A parsed YAML document that can say where its keys stand. */
export interface PlacedDocument {
  value: unknown;
  /** Where the key or item at the end of a path stands, or the nearest holder that the text shows. */
  place(path: readonly string[]): TextPlace;
}

/** One node as the parser met it; js-yaml reports the nodes of a mapping as key, value, key, value. */
interface Frame extends TextPlace {
  result: unknown;
  children: Frame[];
}

const START: TextPlace = { line: 1, column: 1 };

/**
 * Reads YAML 1.2 (core schema, so that dates and words such as `on` stay text) with the place of every key, which
 * js-yaml itself gives only for faults of syntax. Its parse listener tells where each node begins.
 * @throws YAMLException when the text is no YAML.
 */
export function loadPlaced(text: string): PlacedDocument {
  const stack: Frame[] = [];
  let root: Frame | undefined;
  const value = load(text, {
    schema: CORE_SCHEMA,
    listener: (event, state) => {
      if (event === 'open') {
        stack.push({ ...placeOf(state), result: undefined, children: [] });
        return;
      }
      const frame = stack.pop()!;
      frame.result = state.result;
      stack.at(-1)?.children.push(frame);
      root = frame;
    }
  });
  return { value, place: path => find(root, path) };
}

function placeOf(state: State): TextPlace {
  return { line: state.line + 1, column: state.position - state.lineStart + 1 };
}

function find(root: Frame | undefined, path: readonly string[]): TextPlace {
  let frame = root;
  let place = START;
  for (const segment of path) {
    const entry = frame && entryOf(innermost(frame), segment);
    if (!entry) {
      break;
    }
    place = { line: entry.key.line, column: entry.key.column };
    frame = entry.value;
  }
  return place;
}

/** A flow collection in a block is first tried as a key, which leaves a frame around it. */
function innermost(frame: Frame): Frame {
  const [only, ...others] = frame.children;
  const wraps = others.length === 0 && only?.result === frame.result && isCollection(frame.result);
  return wraps ? innermost(only) : frame;
}

const isCollection = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Aliases and merged keys have no frames of their own here: they fall back to their holder. */
function entryOf(frame: Frame, segment: string): { key: Frame; value?: Frame } | undefined {
  if (Array.isArray(frame.result)) {
    const item = frame.children[Number(segment)];
    return item && { key: item, value: item };
  }
  if (!isCollection(frame.result)) {
    return undefined;
  }
  const mapping = frame.result as Record<string, unknown>;
  for (let index = 0; index < frame.children.length; index++) {
    const key = frame.children[index];
    const next = frame.children[index + 1];
    const name = isCollection(key.result) ? '' : String(key.result);
    const value = next && next.result === mapping[name] ? next : undefined;
    if (name === segment) {
      return { key, value };
    }
    index += value ? 1 : 0;
  }
  return undefined;
}
