import { stringEnd } from './string-end';

/** A piece of IPython syntax where a logical line begins, or after `=`. */
export interface IPythonLine {
  kind: 'magic' | 'shell' | 'help' | 'call' | 'assigned';
  start: number;
  end: number;
  /** The characters that mark it. */
  mark: string;
}

/** A fault of layout, which the grammar would let pass. */
export interface LineFault {
  message: string;
  line: number;
  column: number;
}

/**
 * Walks the logical lines of a cell (language reference 2.1): finds IPython syntax, and checks what the
 * parser is lenient about: indentation, empty blocks, lines that end in an operator.
 */
export function scanLines(text: string): { found: IPythonLine[]; fault: LineFault | null } {
  const scan = new Scan(text);
  while (!scan.done) {
    scan.logicalLine();
  }
  scan.finish();
  return { found: scan.found, fault: scan.fault };
}

const OPENING = '([{';
const CLOSING = ')]}';
/** A run of characters that mean nothing to the layout of lines. */
const PLAIN = /[^"'#\\\n()[\]{}?=]+/y;
/** What makes a logical line a command of IPython. */
const MARK = /%%?|!!?|\?\??|[,;/]/y;
/** A magic or a command whose output is assigned. */
const ASSIGNED = /=[ \t]*(%(?=[A-Za-z_])|!!?(?!=))/y;
/** What no statement ends with, but for what `ENDING` matches. */
const OPERATORS = '=+-*/%&|^<>@~.';
const ENDING = /(\d\.|\.\.\.|\bimport\s*\(?\*)$/;

class Scan {
  readonly found: IPythonLine[] = [];
  fault: LineFault | null = null;

  constructor(private readonly _text: string) {}

  get done(): boolean {
    return this._at >= this._text.length;
  }

  logicalLine(): void {
    const text = this._text;
    const lineStart = this._at;
    let at = lineStart;
    while (isBlank(text[at])) {
      at++;
    }
    if (at >= text.length || text[at] === '\n' || text[at] === '#') {
      this._at = this._lineEnd(at) + 1;
      return;
    }
    this._indentation(at, indentOf(text.slice(lineStart, at)));
    MARK.lastIndex = at;
    if (MARK.test(text)) {
      const mark = text.slice(at, MARK.lastIndex);
      const end = mark[0] === '%' || mark[0] === '!' ? this._commandEnd(at) : this._lineEnd(at);
      this.found.push({ kind: KINDS[mark[0]], start: at, end, mark });
      this._opens = false;
      this._at = end + 1;
      return;
    }
    this._code(at);
  }

  finish(): void {
    if (this._opens) {
      this._report(this._text.length, 'expected an indented block');
    }
  }

  /** One logical line of Python from `start`, over brackets, strings and joined lines. */
  private _code(start: number): void {
    const text = this._text;
    let depth = 0;
    let last = start;
    let assigned = false;
    let at = start;
    for (; at < text.length; at++) {
      const char = text[at];
      if (char === '"' || char === "'") {
        at = stringEnd(text, at);
        last = at;
      } else if (char === '#') {
        at = this._lineEnd(at) - 1;
      } else if (char === '\\' && text[at + 1] === '\n') {
        at++;
      } else if (char === '\n') {
        if (depth === 0) {
          break;
        }
      } else if (OPENING.includes(char)) {
        depth++;
        last = at;
      } else if (CLOSING.includes(char)) {
        depth = Math.max(0, depth - 1);
        last = at;
      } else if (char === '?' && depth === 0) {
        const end = this._lineEnd(at);
        this.found.push({ kind: 'help', start, end, mark: '' });
        this._opens = false;
        this._at = end + 1;
        return;
      } else if (char === '=' && depth === 0 && !assigned && !/[=!<>:+\-*/%&|^@~]/.test(text[at - 1] ?? '')) {
        assigned = text[at + 1] !== '=';
        ASSIGNED.lastIndex = at;
        const magic = assigned && ASSIGNED.exec(text);
        if (magic) {
          const mark = magic[1];
          const from = at + magic[0].length - mark.length;
          const end = this._commandEnd(from);
          this.found.push({ kind: 'assigned', start: from, end, mark });
          this._opens = false;
          this._at = end + 1;
          return;
        }
        last = at;
      } else {
        PLAIN.lastIndex = at;
        const end = PLAIN.test(text) ? PLAIN.lastIndex : at + 1;
        let code = end - 1;
        while (code >= at && isBlank(text[code])) {
          code--;
        }
        last = code >= at ? code : last;
        at = end - 1;
      }
    }
    this._opens = text[last] === ':';
    if (OPERATORS.includes(text[last]) && !ENDING.test(text.slice(start, last + 1))) {
      this._report(last, `invalid syntax: the line ends with "${text[last]}"`);
    }
    this._at = at + 1;
  }

  private _indentation(at: number, indent: number): void {
    const levels = this._levels;
    if (levels.length === 0) {
      levels.push(indent);
    }
    const current = levels[levels.length - 1];
    if (this._opens) {
      if (indent <= current) {
        this._report(at, 'expected an indented block');
      } else {
        levels.push(indent);
      }
    } else if (indent > current) {
      this._report(at, 'unexpected indent');
    } else {
      while (levels.length > 1 && levels[levels.length - 1] > indent) {
        levels.pop();
      }
      if (levels[levels.length - 1] !== indent) {
        this._report(at, 'unindent does not match any outer indentation level');
      }
    }
    this._opens = false;
  }

  private _lineEnd(at: number): number {
    const end = this._text.indexOf('\n', at);
    return end === -1 ? this._text.length : end;
  }

  /** Commands go on over lines that end in a backslash. */
  private _commandEnd(at: number): number {
    let end = this._lineEnd(at);
    while (this._text[end - 1] === '\\' && end < this._text.length) {
      end = this._lineEnd(end + 1);
    }
    return end;
  }

  private _report(offset: number, message: string): void {
    if (!this.fault) {
      const before = this._text.slice(0, offset).split('\n');
      this.fault = { message, line: before.length, column: before[before.length - 1].length };
    }
  }

  private _at = 0;
  /** The line before opened a block. */
  private _opens = false;
  private readonly _levels: number[] = [];
}

const isBlank = (char: string): boolean =>
  char === ' ' || char === '\t' || char === '\f' || char === '\uFEFF';

const KINDS: Record<string, IPythonLine['kind']> = {
  '%': 'magic',
  '!': 'shell',
  '?': 'help',
  ',': 'call',
  ';': 'call',
  '/': 'call'
};

/** Tabs reach to the next multiple of eight (language reference 2.1.8). */
function indentOf(blanks: string): number {
  let width = 0;
  for (const char of blanks) {
    width = char === '\t' ? width + 8 - (width % 8) : width + 1;
  }
  return width;
}
