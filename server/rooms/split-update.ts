import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

/** Structs of one client that follow each other, and where they are in what was encoded. */
interface Run {
  client: number;
  clock: number;
  count: number;
  start: number;
  end: number;
}
/** So much of a client was deleted from a clock on. */
interface Deletion {
  client: number;
  clock: number;
  len: number;
}

/** Most bytes of the numbers before a run, and of a deletion with its client. */
const NUMBERS = 32;
const NOTHING = new Uint8Array();

/**
 * Cuts an update into several, to be applied in this order, each of at most so many bytes unless one piece of content
 * alone is larger. Content that Yjs merged, such as what was written into one text, is cut as well.
 *
 * An update is structs by client, then what is deleted of each client (the format 1 of Yjs).
 */
export function splitUpdate(update: Uint8Array, most: number): readonly Uint8Array[] {
  if (update.length <= most) {
    return [update];
  }
  const { structs, ds } = Y.decodeUpdate(update);
  const deletions = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, len }))
  );
  return [...contentParts(structs, most), ...deletionParts(deletions, most)];
}

function* contentParts(structs: readonly Struct[], most: number): Generator<Uint8Array> {
  const { pieces, bytes } = encoded(structs, most);
  let runs: Run[] = [];
  let size = 0;
  for (const piece of pieces) {
    const last = runs.at(-1);
    const cost = piece.end - piece.start + NUMBERS;
    const isApart = last?.client === piece.client && last.end !== piece.start;
    if (last && (isApart || size + cost > most)) {
      yield written(runs, bytes, []);
      runs = [];
      size = 0;
    }
    const run = runs.at(-1);
    if (run?.client === piece.client) {
      run.count++;
      run.end = piece.end;
      size += cost - NUMBERS;
    } else {
      runs.push({ ...piece });
      size += cost;
    }
  }
  if (runs.length > 0) {
    yield written(runs, bytes, []);
  }
}

/** Encodes structs one after another; of those that are too large only their halves are among the pieces. */
function encoded(structs: readonly Struct[], most: number): { pieces: Run[]; bytes: Uint8Array } {
  const encoder = new Y.UpdateEncoderV1();
  const pieces: Run[] = [];
  const rest = structs.toReversed();
  let end = 0;
  for (let struct = rest.pop(); struct; struct = rest.pop()) {
    const start = end;
    struct.write(encoder, 0);
    end = encoding.length(encoder.restEncoder);
    const at = end - start + NUMBERS > most && struct instanceof Y.Item ? middleOf(struct) : 0;
    if (at > 0) {
      rest.push(...cut(struct as Y.Item, at));
    } else {
      pieces.push({ client: struct.id.client, clock: struct.id.clock, count: 1, start, end });
    }
  }
  return { pieces, bytes: encoding.toUint8Array(encoder.restEncoder) };
}

function* deletionParts(deletions: readonly Deletion[], most: number): Generator<Uint8Array> {
  const count = Math.max(1, Math.floor(most / NUMBERS));
  for (let i = 0; i < deletions.length; i += count) {
    yield written([], NOTHING, deletions.slice(i, i + count));
  }
}

/** Where an item can be cut: about in the middle, but not within a character of two units; 0 where it cannot be. */
function middleOf({ content, length }: Y.Item): number {
  const at = length >> 1;
  const isWithin = content instanceof Y.ContentString && /[\ud800-\udbff]/.test(content.str.charAt(at - 1));
  return isWithin ? (at + 1) % length : at;
}

/** What is behind a place in an item, and what is before it: the item itself, made shorter. */
function cut(item: Y.Item, at: number): [second: Y.Item, first: Y.Item] {
  const { id, rightOrigin, parent, parentSub, content } = item;
  const second = new Y.Item(
    Y.createID(id.client, id.clock + at),
    null,
    Y.createID(id.client, id.clock + at - 1),
    null,
    rightOrigin,
    parent,
    parentSub,
    content.splice(at)
  );
  item.length = at;
  return [second, item];
}

function written(runs: readonly Run[], bytes: Uint8Array, deletions: readonly Deletion[]): Uint8Array {
  const encoder = encoding.createEncoder();
  const number = (value: number) => encoding.writeVarUint(encoder, value);
  number(runs.length);
  for (const { client, clock, count, start, end } of runs) {
    [count, client, clock].forEach(number);
    encoding.writeUint8Array(encoder, bytes.subarray(start, end));
  }
  const byClient = new Map<number, Deletion[]>();
  for (const deletion of deletions) {
    const ranges = byClient.get(deletion.client) ?? [];
    ranges.push(deletion);
    byClient.set(deletion.client, ranges);
  }
  number(byClient.size);
  for (const [client, ranges] of byClient) {
    [client, ranges.length].forEach(number);
    ranges.forEach(({ clock, len }) => [clock, len].forEach(number));
  }
  return encoding.toUint8Array(encoder);
}
