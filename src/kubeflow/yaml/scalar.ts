import { isNotText } from './not-text';

/** From this column on, text goes on in the next line at the next place where it may (PyYAML's default). */
const WIDTH = 80;

/** Text that is written in more than one line goes on at this indent. */
export interface Place {
  /** Column of the first character. */
  column: number;
  indent: number;
  /** Keys stay on one line. */
  folds: boolean;
}

/**
 * Text as PyYAML writes it within block collections (`allow_unicode` off): plain when every reader takes it for text,
 * else in single quotes when that says it, else in double quotes.
 */
export function scalar(text: string, place: Place): string {
  if (isPlain(text)) {
    return place.folds ? foldSpaces(text, place.column, place.indent) : text;
  }
  return !NOT_SINGLE.test(text) && (place.folds || !text.includes('\n'))
    ? singleQuoted(text, place)
    : doubleQuoted(text, place);
}

/** What single quotes cannot say: characters that need an escape, and spaces beside line breaks. */
const NOT_SINGLE = /[^\n -~]| \n|\n /;

const NOT_PLAIN_CHARACTER = /[^ -~]/;
/** Indicators, where they are some. */
const NOT_PLAIN_START = /^(?:[#,[\]{}&*!|>'"%@` ]|[-?:](?: |$)|---|\.\.\.)/;
const NOT_PLAIN_INSIDE = /: | #|[: ]$/;

function isPlain(text: string): boolean {
  return !(
    NOT_PLAIN_CHARACTER.test(text) ||
    NOT_PLAIN_START.test(text) ||
    NOT_PLAIN_INSIDE.test(text) ||
    isNotText(text)
  );
}

const newLine = (indent: number) => `\n${' '.repeat(indent)}`;

/** `text` with spaces between words made to line breaks where a line gets too long; runs of spaces stay. */
function foldSpaces(text: string, column: number, indent: number): string {
  let written = '';
  let from = 0;
  let start = column;
  for (;;) {
    // the first space in a line that is long enough
    let space = text.indexOf(' ', Math.max(from + WIDTH + 1 - start, from + 1));
    while (space > 0 && (text[space - 1] === ' ' || text[space + 1] === ' ')) {
      space = text.indexOf(' ', space + 1);
    }
    if (space < 0 || space + 1 === text.length) {
      return written + text.slice(from);
    }
    written += text.slice(from, space) + newLine(indent);
    from = space + 1;
    start = indent;
  }
}

/** A line break is an empty line, as a line break alone stands for a space. */
function singleQuoted(text: string, { column, indent, folds }: Place): string {
  const quoted = text.replaceAll("'", "''");
  if (!folds) {
    return `'${quoted}'`;
  }
  const lines = quoted.split(/(\n+)/);
  const written = lines.map((line, i) =>
    i % 2 ? `\n${line}${' '.repeat(indent)}` : foldSpaces(line, i ? indent : column + 1, indent)
  );
  return `'${written.join('')}'`;
}

const SPACE = 0x20;

/** Breaks lines before spaces and beside escapes; a backslash ends the line, and keeps a space that begins one. */
function doubleQuoted(text: string, { column: start, indent, folds }: Place): string {
  let written = '"';
  let column = start + 1;
  let from = 0;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const plain = code >= SPACE && code <= 0x7e && code !== 0x22 && code !== 0x5c;
    const character = plain ? '' : String.fromCodePoint(text.codePointAt(at) ?? 0);
    const next = at + (character.length || 1);
    if (!plain) {
      const escaped = escape(character);
      written += text.slice(from, at) + escaped;
      column += at - from + escaped.length;
      from = next;
    }
    const mayBreak = folds && at > 0 && next < text.length && (code === SPACE || from >= at);
    // behind an escape, PyYAML counts one column less
    if (mayBreak && column + (plain ? at - from : -1) > WIDTH) {
      if (from < at) {
        written += text.slice(from, at);
        from = at;
      }
      written += `\\${newLine(indent)}`;
      column = indent;
      if (text[from] === ' ') {
        written += '\\';
        column++;
      }
    }
    at = next;
  }
  return `${written}${text.slice(from)}"`;
}

const ESCAPES: Record<string, string> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\x85': '\\N',
  '\xa0': '\\_',
  '\u2028': '\\L',
  '\u2029': '\\P'
};

function escape(character: string): string {
  const known = ESCAPES[character];
  if (known !== undefined) {
    return known;
  }
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16).toUpperCase();
  if (code <= 0xff) {
    return `\\x${digits.padStart(2, '0')}`;
  }
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}
