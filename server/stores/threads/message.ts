/** Plain data whose bytes were put together in one buffer, which changes threads without being copied. */
export interface Message {
  value: unknown;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Where bytes, or a list of them, were: the bytes of all places follow each other in the buffer. */
interface Place {
  list: boolean;
  lengths: Uint32Array;
}

const PLACE = 'bytes of the message';
const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

/**
 * Makes a message of plain data. A `Uint8Array` on its own would be copied with all of the buffer that it is a part
 * of, such as all that a socket read at once.
 */
export function pack(value: unknown): Message {
  const chunks: Uint8Array[] = [];
  const packed = map(value, item => {
    const list = isBytes(item)
      ? [item]
      : Array.isArray(item) && item.length > 0 && item.every(isBytes)
        ? item
        : null;
    if (!list) {
      return undefined;
    }
    list.forEach(chunk => chunks.push(chunk));
    return { [PLACE]: { list: list === item, lengths: Uint32Array.from(list, chunk => chunk.length) } };
  });
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.length;
  }
  return { value: packed, bytes };
}

/** The data of a message; its bytes are parts of one buffer. */
export function unpack({ value, bytes }: Message): unknown {
  let end = 0;
  return map(value, item => {
    const place = (item as { [PLACE]?: Place } | null)?.[PLACE];
    if (!place) {
      return undefined;
    }
    const chunks = Array.from(place.lengths, length => bytes.subarray(end, (end += length)));
    return place.list ? chunks : chunks[0];
  });
}

/** A copy of plain data in which `replace` has its way wherever it gives something. */
function map(value: unknown, replace: (item: unknown) => unknown): unknown {
  const replaced = replace(value);
  if (replaced !== undefined || typeof value !== 'object' || value === null) {
    return replaced ?? value;
  }
  return Array.isArray(value)
    ? value.map(item => map(item, replace))
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, map(item, replace)]));
}
