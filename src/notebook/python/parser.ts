import { Language, Parser } from 'web-tree-sitter';
import type { SyntaxProblem } from '../facts';
import type { Rewritten } from '../ipython/prepass';
import type { Stmt } from './ast';
import { adaptModule } from './adapt-statement';
import { AdapterSource, SyntaxFault } from './source';
import type { SyntaxNode } from './syntax';
import { firstFault, TreeReader } from './syntax';
import { repairFaults, repairMisread } from './repair';
import { cursorsOf } from './tree-cursor';

/** The WebAssembly files of web-tree-sitter and tree-sitter-python, as bytes. */
export interface ParserBytes {
  runtime: Uint8Array;
  python: Uint8Array;
}

interface ReadTree {
  root: SyntaxNode;
  faulty: boolean;
}

let runtimeReady: Promise<object> | undefined;

/** Python source to our own tree; the only place that knows which parser does it. */
export class PythonParser {
  /** Starts the parser's runtime once per process, in a browser, a worker or Node alike. */
  static async load({ runtime, python }: ParserBytes): Promise<PythonParser> {
    runtimeReady ??= startRuntime(runtime);
    const started = await runtimeReady;
    const language = await Language.load(python);
    const reader = new TreeReader(language, cursorsOf(started));
    return new PythonParser(new Parser().setLanguage(language), reader);
  }

  private constructor(
    private readonly _parser: Parser,
    private readonly _reader: TreeReader
  ) {}

  /**
   * The statements of cells, or the first fault in each. All are read by the parser before the first is adapted, and so
   * take less: the code of both does not fit into a processor's cache.
   */
  parse(cells: readonly Rewritten[]): (Stmt[] | SyntaxProblem)[] {
    const read = cells.map(cell => orFault(() => this._readRepaired(cell.text)));
    return read.map((tree, i) => ('root' in tree ? orFault(() => adapt(cells[i], tree)) : tree));
  }

  /** Reads what the grammar misreads in another form; offsets are those of the text as it is. */
  private _readRepaired(text: string): ReadTree {
    let read = this._read(text);
    let form = text;
    if (read.faulty) {
      const repaired = repairFaults(text);
      const again = repaired === text ? read : this._read(repaired);
      [read, form] = again.faulty ? [read, form] : [again, repaired];
    }
    const misread = repairMisread(form, read.root);
    return misread === null ? read : this._read(misread);
  }

  private _read(text: string): ReadTree {
    const tree = this._parser.parse(text);
    if (!tree) {
      throw new SyntaxFault('The cell could not be parsed.', 1, 0);
    }
    try {
      const faulty = tree.rootNode.hasError;
      return { root: this._reader.read(tree, text, faulty), faulty };
    } finally {
      tree.delete();
    }
  }
}

function adapt(cell: Rewritten, { root, faulty }: ReadTree): Stmt[] | SyntaxProblem {
  const source = new AdapterSource(cell.text, cell.effects, cell.isolatedLines);
  const fault = faulty ? firstFault(root) : null;
  if (fault) {
    const { line, column } = source.place(fault);
    return { message: faultMessage(source, fault), line, column };
  }
  return cell.fault ?? adaptModule(source, root);
}

function orFault<T>(read: () => T): T | SyntaxProblem {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxFault) {
      return { message: error.message, line: error.line, column: error.column };
    }
    // the stack of this machine is too small for the tree, as CPython's is at about the same depth
    if (error instanceof RangeError) {
      return { message: 'The code is nested too deeply.', line: 1, column: 0 };
    }
    throw error;
  }
}

/** The object that the runtime puts its functions on. */
async function startRuntime(wasmBinary: Uint8Array): Promise<object> {
  const runtime = { wasmBinary };
  try {
    await Parser.init(runtime);
  } catch (error) {
    runtimeReady = undefined;
    throw error;
  }
  return runtime;
}

function faultMessage(
  source: AdapterSource,
  fault: { type: string; missing: boolean; start: number; end: number }
): string {
  if (fault.missing) {
    return `invalid syntax: ${fault.type} is missing`;
  }
  const text = source.text.slice(fault.start, fault.end).trim().split('\n')[0].slice(0, 40);
  return text === '' ? 'invalid syntax' : `invalid syntax near "${text}"`;
}
