import type { Magic, Place, Span } from './ast';
import { LineTable } from './lines';
import type { SyntaxNode } from './syntax';

/** A construct the grammar accepts and Python 3 does not. */
export class SyntaxFault extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly column: number
  ) {
    super(message);
  }
}

/** Such a name is the same in every normal form. */
const ASCII_NAME = /^\w*$/;

/** The text under the parser's tree, with what the IPython pre-pass found in it. */
export class AdapterSource {
  constructor(
    readonly text: string,
    /** Placeholders of the pre-pass, by the offset at which they stand. */
    readonly magics: ReadonlyMap<number, Omit<Magic, keyof Place | 'kind'>> = new Map(),
    /** Lines whose statements run in a scope of their own. */
    readonly isolatedLines: ReadonlySet<number> = new Set()
  ) {
    this._lines = new LineTable(text);
  }

  slice(node: SyntaxNode): string {
    return this.text.slice(node.start, node.end);
  }

  /** An identifier as Python compares it (language reference, 2.3). */
  name(node: SyntaxNode): string {
    const name = this.slice(node);
    return ASCII_NAME.test(name) ? name : name.normalize('NFKC');
  }

  startsWith(node: SyntaxNode, word: string): boolean {
    return this.text.startsWith(word, node.start);
  }

  /** What stands between two offsets, without comments, joined lines and needless blanks. */
  between(start: number, end: number): string {
    const text = this.text.slice(start, end).trim();
    return /[\s\\#]/.test(text)
      ? text
          .replace(/#.*/g, ' ')
          .replace(/[\s\\]+/g, ' ')
          .trim()
      : text;
  }

  place(node: SyntaxNode): Place {
    return this._lines.locate(node.start);
  }

  span(node: SyntaxNode): Span {
    const { line, column } = this._lines.locate(node.start);
    const end = this._lines.locate(node.end);
    return { line, column, endLine: end.line, endColumn: end.column };
  }

  /** From the start of a node to the end of the last statement in it; comments after that are no part of it. */
  spanTo(node: SyntaxNode, ...blocks: readonly Span[][]): Span {
    const last = blocks.findLast(block => block.length > 0)?.at(-1);
    return last ? { ...this.place(node), endLine: last.endLine, endColumn: last.endColumn } : this.span(node);
  }

  fault(node: SyntaxNode, message: string): SyntaxFault {
    const { line, column } = this._lines.locate(node.start);
    return new SyntaxFault(message, line, column);
  }

  private readonly _lines: LineTable;
}

/** The first child under a field name. */
export function field(node: SyntaxNode, name: string): SyntaxNode | undefined {
  return node.children.find(child => child.field === name);
}

/** Every child under a field name. */
export function fields(node: SyntaxNode, name: string): SyntaxNode[] {
  return node.children.filter(child => child.field === name);
}
