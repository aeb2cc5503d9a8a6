import { pythonFloat } from './numbers';

/** A JSON value as Python's `repr` shows it; every number is a float, as `google.protobuf.Value` has no other. */
export function pythonRepr(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return textRepr(value);
    case 'number':
      return pythonFloat(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'object':
      if (Array.isArray(value)) {
        return `[${value.map(pythonRepr).join(', ')}]`;
      }
      return value ? `{${Object.entries(value).map(entryRepr).join(', ')}}` : 'None';
    default:
      return 'None';
  }
}

const entryRepr = ([key, value]: [string, unknown]) => `${textRepr(key)}: ${pythonRepr(value)}`;

const SHORT: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/** What Python does not print, the space apart, and the backslash. */
const ESCAPED = /[\\\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

function textRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(ESCAPED, character => SHORT[character] ?? escape(character));
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}

function escape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  if (code <= 0xff) {
    return `\\x${digits.padStart(2, '0')}`;
  }
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}
