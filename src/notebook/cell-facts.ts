import { readCalls } from './effects/calls';
import { normalisePath } from './effects/files';
import { statementKind } from './effects/statement-kind';
import type { CellFacts, ImportFact, StatementFacts, SyntaxProblem } from './facts';
import type { Rewritten } from './ipython/prepass';
import { rewriteCell } from './ipython/prepass';
import type { Stmt } from './python/ast';
import type { PythonParser } from './python/parser';
import { childBlocks } from './python/walk';
import { Flow } from './scopes/flow';
import { Scope } from './scopes/scope';
import { readStatement } from './scopes/statements';
import { summarise } from './summary';

/** Everything the source of one cell tells; `source` is normalised (`normaliseSource`). */
export function readCell(parser: PythonParser, source: string): CellFacts {
  const rewritten = rewriteCell(source);
  const body = parser.parse(rewritten);
  if (!Array.isArray(body)) {
    return emptyFacts(body, rewritten.magics);
  }
  const module = new Scope('module', null);
  const opaque = rewritten.opaque.map(({ sentence }) => sentence);
  const statements = body.map(statement => {
    const calls = readCalls(statement);
    opaque.push(...calls.opaque);
    return readTopLevel(module, statement, calls.files);
  });
  addWrites(statements, rewritten);
  return {
    ...summarise(statements),
    imports: body.flatMap(importsOf),
    statements,
    installs: [],
    gpu: [],
    opaque,
    magics: rewritten.magics,
    syntaxError: null
  };
}

/** The facts of a cell of which nothing is known. */
export function emptyFacts(syntaxError: SyntaxProblem | null, magics = false): CellFacts {
  return { defines: [], needs: [], imports: [], statements: [], installs: [], gpu: [], opaque: [], magics, syntaxError };
}

function readTopLevel(module: Scope, statement: Stmt, files: StatementFacts['files']): StatementFacts {
  const flow = new Flow(module, false);
  readStatement(flow, statement);
  const defines = statement.kind === 'FunctionDef' || statement.kind === 'ClassDef';
  const functions = flow.functions.map(found => ({ ...found, files: defines ? files : [] }));
  return {
    kind: statementKind(statement),
    startLine: statement.line,
    endLine: statement.endLine,
    startColumn: statement.column,
    endColumn: statement.endColumn,
    uses: flow.finish(),
    functions,
    files: defines ? [] : files
  };
}

/** `%%writefile` belongs to the statement that stands in its place. */
function addWrites(statements: StatementFacts[], { writes }: Rewritten): void {
  for (const { line, path } of writes) {
    const normal = normalisePath(path);
    const statement = statements.find(one => one.startLine === line);
    if (normal !== null && statement) {
      statement.files.push({ path: normal, mode: 'write', line });
    }
  }
}

function importsOf(statement: Stmt): ImportFact[] {
  switch (statement.kind) {
    case 'Import':
      return statement.names.map(alias => ({
        module: alias.name,
        names: [alias.asname ?? alias.name.split('.')[0]],
        line: statement.line
      }));
    case 'ImportFrom':
      return [
        {
          module: statement.module,
          names: statement.names.map(alias => alias.asname ?? alias.name),
          line: statement.line
        }
      ];
    case 'FunctionDef':
    case 'ClassDef':
      return statement.body.flatMap(importsOf);
    default:
      return childBlocks(statement).flatMap(block => block.flatMap(importsOf));
  }
}
