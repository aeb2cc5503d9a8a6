/** A string or bytes literal taken apart (Python language reference, 2.4.1). */
export interface StringLiteral {
  type: 'str' | 'bytes';
  /** A byte is the character of its number. */
  value: string;
}

const LITERAL = /^([a-z]*)("""|'''|"|')/i;
const ESCAPE = /\\(?:\n|([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\\'"abfnrtv]))/g;
const SHORT: Record<string, string> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/**
 * The value of a literal as it stands in the source. Characters by name, `\N{…}`, stay as written: there is no table
 * of them here.
 */
export function stringValue(raw: string): StringLiteral {
  const [head, prefix, quote] = LITERAL.exec(raw) ?? ['"', '', '"'];
  const type = /b/i.test(prefix) ? 'bytes' : 'str';
  let value = raw.slice(head.length, raw.length - quote.length);
  if (/[ft]/i.test(prefix)) {
    value = value.replace(/\{\{|\}\}/g, brace => brace[0]);
  }
  return { type, value: value.includes('\\') && !/r/i.test(prefix) ? unescape(value, type) : value };
}

function unescape(text: string, type: 'str' | 'bytes'): string {
  return text.replace(ESCAPE, (whole, octal, hex, short, long, letter) => {
    if (octal !== undefined) {
      return String.fromCharCode(parseInt(octal, 8) & (type === 'bytes' ? 0xff : 0x1ff));
    }
    if (hex !== undefined) {
      return String.fromCharCode(parseInt(hex, 16));
    }
    if (short !== undefined || long !== undefined) {
      const code = parseInt(short ?? long, 16);
      return type === 'bytes' || code > 0x10ffff ? whole : String.fromCodePoint(code);
    }
    return letter === undefined ? '' : (SHORT[letter] ?? letter);
  });
}
