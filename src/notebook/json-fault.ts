/** Where a JSON text stops being JSON. */
export interface JsonFault {
  message: string;
  /** 1-based. */
  line: number;
  /** 1-based, as editors count. */
  column: number;
}

const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

/**
 * Finds the first fault of a text that `JSON.parse` refused. Engines word and place faults differently
 * (some give no place at all), so the place is found here, by the grammar of RFC 8259.
 */
export function locateJsonFault(text: string): JsonFault {
  let at = 0;
  const fail = (message: string): JsonFault => {
    const start = at + (/^[ \t\r\n]*/.exec(text.slice(at))?.[0].length ?? 0);
    const before = text.slice(0, start).split('\n');
    const found = start >= text.length ? 'the text ends' : message;
    return { message: found, line: before.length, column: before[before.length - 1].length + 1 };
  };
  const open: string[] = [];
  let expect: 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' = 'value';
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (expect === 'commaOrEnd' && open.length === 0) {
      return fail('there is text after the end');
    }
    if (!match) {
      return fail(`unexpected ${JSON.stringify(text.slice(at).trimStart().slice(0, 12))}`);
    }
    const [, mark, string] = match;
    const token = mark ?? (string === undefined ? 'literal' : 'string');
    const closes = token === '}' || token === ']';
    if (closes && expect !== 'key' && expect !== 'value' && expect !== 'colon') {
      if (open.pop() !== token || (expect === 'keyOrEnd' && token !== '}')) {
        return fail(`unexpected "${token}"`);
      }
      expect = 'commaOrEnd';
    } else if (expect === 'colon') {
      if (token !== ':') {
        return fail('a ":" is missing');
      }
      expect = 'value';
    } else if (expect === 'commaOrEnd') {
      if (token !== ',') {
        return fail('a "," or the end of the list is missing');
      }
      expect = open[open.length - 1] === '}' ? 'key' : 'value';
    } else if (expect === 'key' || expect === 'keyOrEnd') {
      if (token !== 'string') {
        return fail('a name in double quotes is missing');
      }
      expect = 'colon';
    } else if (token === '{') {
      open.push('}');
      expect = 'keyOrEnd';
    } else if (token === '[') {
      open.push(']');
      expect = 'valueOrEnd';
    } else if (token === 'string' || token === 'literal') {
      expect = 'commaOrEnd';
    } else {
      return fail(`unexpected "${token}"`);
    }
    at = TOKEN.lastIndex;
  }
}
