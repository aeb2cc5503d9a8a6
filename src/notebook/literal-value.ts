/** A Python literal as JSON has it, with the type of a parameter that holds it. */
export interface LiteralValue {
  type: 'string' | 'integer' | 'number' | 'boolean' | 'list' | 'object';
  value: unknown;
}

const STRING = /^(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/;
const NUMBER = /^[+-]?(?:\d[\d_]*)?\.?\d[\d_]*\.?(?:[eE][+-]?\d+)?/;
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"'
};
const NAMES: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['True', true],
  ['False', false],
  ['None', null]
]);

/**
 * The value of a Python literal that JSON can hold: numbers, plain strings, booleans, and lists and dicts of these
 * (Python language reference, 2.4 and 6.2). Undefined for all else, `None` alone included.
 */
export function literalValue(source: string): LiteralValue | undefined {
  try {
    const reader = new Reader(source);
    const value = reader.value();
    reader.end();
    const type = typeOf(value, source);
    return type && { type, value };
  } catch (error) {
    if (error instanceof NoLiteral) {
      return undefined;
    }
    throw error;
  }
}

class NoLiteral extends Error {}

class Reader {
  constructor(private _rest: string) {}

  value(): unknown {
    this._skip();
    const closing = { '[': ']', '(': ')' }[this._rest[0]];
    if (closing) {
      this._take(1);
      return this._members(closing, () => this.value());
    }
    if (this._rest.startsWith('{')) {
      this._take(1);
      return Object.fromEntries(this._members('}', () => this._entry()));
    }
    const string = STRING.exec(this._rest);
    if (string && !/^(?:''|"")['"]/.test(this._rest)) {
      this._take(string[0].length);
      return unescaped(string[1] ?? string[2]);
    }
    const name = /^[A-Z]\w*/.exec(this._rest)?.[0] ?? '';
    if (NAMES.has(name)) {
      this._take(name.length);
      return NAMES.get(name);
    }
    const number = NUMBER.exec(this._rest)?.[0] ?? '';
    const value = Number(number.replaceAll('_', ''));
    if (number === '' || !Number.isFinite(value) || /^[\w.]/.test(this._rest.slice(number.length))) {
      throw new NoLiteral();
    }
    this._take(number.length);
    return value;
  }

  end(): void {
    this._skip();
    if (this._rest !== '') {
      throw new NoLiteral();
    }
  }

  private _members<T>(closing: string, member: () => T): T[] {
    const found: T[] = [];
    for (;;) {
      this._skip();
      if (this._rest.startsWith(closing)) {
        this._take(1);
        return found;
      }
      found.push(member());
      this._skip();
      if (this._rest.startsWith(',')) {
        this._take(1);
      } else if (!this._rest.startsWith(closing)) {
        throw new NoLiteral();
      }
    }
  }

  private _entry(): [string, unknown] {
    const key = this.value();
    this._skip();
    if (typeof key !== 'string' || !this._rest.startsWith(':')) {
      throw new NoLiteral();
    }
    this._take(1);
    return [key, this.value()];
  }

  private _skip(): void {
    this._rest = this._rest.replace(/^(?:\s|\\\n|#[^\n]*)+/, '');
  }

  private _take(count: number): void {
    this._rest = this._rest.slice(count);
  }
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, mark: string) => {
    const plain = ESCAPES[mark];
    if (plain === undefined) {
      throw new NoLiteral();
    }
    return plain;
  });
}

function typeOf(value: unknown, source: string): LiteralValue['type'] | undefined {
  switch (typeof value) {
    case 'number':
      return /[.eE]/.test(source.replace(/#.*/g, '')) || !Number.isSafeInteger(value) ? 'number' : 'integer';
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    default:
      return value === null || source.trimStart().startsWith('(')
        ? undefined
        : Array.isArray(value)
          ? 'list'
          : 'object';
  }
}
