/** Plain data that a Python literal stands for. */
export interface ReadLiteral {
  value: unknown;
}

/**
 * The value of a Python literal as JSON would hold it: numbers, texts, `True`, `False`, `None`, and lists, tuples and
 * dictionaries of these (Python reference 2.4). Undefined for anything else: sets, bytes, f-strings, complex numbers,
 * numbers too large for a double, keys that are no texts.
 */
export function readLiteral(source: string): ReadLiteral | undefined {
  const reader = new LiteralReader(source);
  const found = reader.value();
  return found && reader.atEnd() ? found : undefined;
}

const WORDS: Readonly<Record<string, unknown>> = { True: true, False: false, None: null };
const NUMBER =
  /^[+-]?(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?)(?![\w.])/;
const STRING = /^([rRuU]?)("""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')/;
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': ''
};

class LiteralReader {
  constructor(private readonly _source: string) {}

  value(): ReadLiteral | undefined {
    this._skip();
    const rest = this._source.slice(this._at);
    if (rest[0] === '[' || rest[0] === '(') {
      return this._sequence(rest[0] === '[' ? ']' : ')', rest[0] === '(');
    }
    if (rest[0] === '{') {
      return this._dictionary();
    }
    const word = /^[A-Za-z]\w*(?!\w|['"])/.exec(rest)?.[0];
    if (word !== undefined && Object.hasOwn(WORDS, word)) {
      this._at += word.length;
      return { value: WORDS[word] };
    }
    return this._number(rest) ?? this._text();
  }

  /** Nothing follows but blanks and comments. */
  atEnd(): boolean {
    this._skip();
    return this._at === this._source.length;
  }

  private _number(rest: string): ReadLiteral | undefined {
    const found = NUMBER.exec(rest)?.[0];
    if (found === undefined) {
      return undefined;
    }
    this._at += found.length;
    const plain = found.replace(/_/g, '').replace(/^\+/, '');
    const value = plain.startsWith('-') ? -Number(plain.slice(1)) : Number(plain);
    const exact =
      /[.eE]/.test(plain) && !/^-?0[xX]/.test(plain) ? Number.isFinite(value) : Number.isSafeInteger(value);
    return exact ? { value } : undefined;
  }

  /** One text, or several side by side, which Python joins. */
  private _text(): ReadLiteral | undefined {
    let text: string | undefined;
    for (;;) {
      const found = STRING.exec(this._source.slice(this._at));
      const part = found && unquoted(found[2], found[1].toLowerCase() === 'r');
      if (!found || part === undefined) {
        return text === undefined || found ? undefined : { value: text };
      }
      text = (text ?? '') + part;
      this._at += found[0].length;
      this._skip();
    }
  }

  private _sequence(end: string, mayBeGrouping: boolean): ReadLiteral | undefined {
    const items: unknown[] = [];
    let commas = 0;
    this._at++;
    while (!this._take(end)) {
      const item = items.length > commas ? undefined : this.value();
      if (!item) {
        return undefined;
      }
      items.push(item.value);
      commas += this._take(',') ? 1 : 0;
    }
    return { value: mayBeGrouping && items.length === 1 && commas === 0 ? items[0] : items };
  }

  private _dictionary(): ReadLiteral | undefined {
    const entries: [string, unknown][] = [];
    this._at++;
    for (let comma = true; !this._take('}'); comma = this._take(',')) {
      const key = comma ? this.value() : undefined;
      const item = key && typeof key.value === 'string' && this._take(':') ? this.value() : undefined;
      if (!key || !item) {
        return undefined;
      }
      entries.push([key.value as string, item.value]);
    }
    return { value: Object.fromEntries(entries) };
  }

  private _take(sign: string): boolean {
    this._skip();
    const is = this._source[this._at] === sign;
    this._at += is ? 1 : 0;
    return is;
  }

  private _skip(): void {
    this._at += /^(?:\s|\\\n|#[^\n]*)*/.exec(this._source.slice(this._at))?.[0].length ?? 0;
  }

  private _at = 0;
}

/** The text between quotes; undefined for escapes that name a character or an octal number. */
function unquoted(quoted: string, raw: boolean): string | undefined {
  const width = /^("""|''')/.test(quoted) ? 3 : 1;
  const inner = quoted.slice(width, -width);
  if (raw) {
    return inner;
  }
  if (/(^|[^\\])(\\\\)*\\[N0-7]/.test(inner)) {
    return undefined;
  }
  return inner.replace(/\\(x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^])/g, (whole, escape: string) =>
    escape.length > 1
      ? String.fromCodePoint(Math.min(parseInt(escape.slice(1), 16), 0x10ffff))
      : (ESCAPES[escape] ?? (`'"\\`.includes(escape) ? escape : whole))
  );
}
