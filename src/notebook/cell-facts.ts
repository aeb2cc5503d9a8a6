import { mapped } from './mapped';
import { type CallFacts, readCalls } from './effects/calls';
import { changeOfItself } from './effects/class-state';
import { changeOfEnclosing } from './effects/closure-state';
import { changeOfDefault } from './effects/function-state';
import { givesLogger } from './effects/gives-logger';
import { importsOf, optionalLines } from './effects/imports';
import { normalisePath } from './effects/paths';
import { filesOfShell } from './effects/shell-files';
import { isNamedFunction, settingOf, statementKind } from './effects/statement-kind';
import { storedPaths } from './effects/stores';
import type {
  CellFacts,
  FunctionFacts,
  ImportFact,
  KnownCell,
  NameUse,
  StatementFacts,
  SyntaxProblem
} from './facts';
import { readGpu } from './gpu/marks';
import { hashNormalised, normaliseSource } from './hash';
import type { Rewritten } from './ipython/prepass';
import { rewriteCell } from './ipython/prepass';
import type { Expr, Stmt } from './python/ast';
import type { PythonParser } from './python/parser';
import { dottedName } from './python/walk';
import { readInstalls } from './requirements/installs';
import { Flow } from './scopes/flow';
import { Scope } from './scopes/scope';
import { readStatement } from './scopes/statements';
import { allShares } from './scopes/uses';
import { shellLines } from './shell-lines';
import { summarise } from './summary';
import { attributeMakers } from './values/attribute-makers';
import { type Making, makings, type Origins, originsOf } from './values/makers';

/**
 * Everything that the sources of cells tell. Each thing is done for all before the next: a processor that does one at a
 * time takes a tenth less.
 */
export function readCells(parser: PythonParser, texts: readonly string[]): KnownCell[] {
  const sources = texts.map(normaliseSource);
  const rewritten = sources.map(rewriteCell);
  const bodies = parser.parse(rewritten);
  const hashes = sources.map(hashNormalised);
  return sources.map((source, i) => ({ hash: hashes[i], facts: readCell(source, rewritten[i], bodies[i]) }));
}

function readCell(source: string, rewritten: Rewritten, body: Stmt[] | SyntaxProblem): CellFacts {
  if (!Array.isArray(body)) {
    return emptyFacts(body, rewritten.magics);
  }
  const module = new Scope('module', null);
  const opaque = mapped(rewritten.opaque, ({ sentence }) => sentence);
  const imports = source.includes('import') ? body.flatMap(importsOf) : [];
  const origins = originsOf(imports);
  const statements = mapped(body, statement => {
    const calls = readCalls(statement);
    opaque.push(...calls.opaque);
    imports.push(...calls.imports);
    return readTopLevel(module, statement, calls, origins);
  });
  markOptional(imports, body);
  addWrites(statements, rewritten);
  if (rewritten.magics) {
    addShellFiles(statements, source);
  }
  markShown(statements, body, rewritten);
  return {
    ...summarise(statements),
    imports,
    statements,
    installs: readInstalls(source),
    gpu: readGpu(source, body, imports, origins),
    opaque,
    magics: rewritten.magics,
    syntaxError: null
  };
}

/** The facts of a cell of which nothing is known. */
export function emptyFacts(syntaxError: SyntaxProblem | null, magics = false): CellFacts {
  return {
    defines: [],
    needs: [],
    imports: [],
    statements: [],
    installs: [],
    gpu: [],
    opaque: [],
    magics,
    syntaxError
  };
}

function readTopLevel(
  module: Scope,
  statement: Stmt,
  { files, givenPaths, methods }: CallFacts,
  origins: Origins
): StatementFacts {
  const flow = new Flow(module, false);
  readStatement(flow, statement);
  const defines =
    statement.kind === 'FunctionDef' || statement.kind === 'ClassDef' || isNamedFunction(statement);
  const setting = settingOf(statement);
  const ownLine =
    statement.kind === 'ClassDef' ? changeOfItself(statement) : changeOfDefault(statement, flow.functions);
  const givesState = statement.kind === 'FunctionDef' ? changeOfEnclosing(statement) : null;
  const attributes = statement.kind === 'ClassDef' ? attributeMakers(statement, origins) : null;
  const state = {
    ...(attributes !== null && { attributes }),
    ...(ownLine !== null && { changesItself: ownLine }),
    ...(givesState !== null && { givesState }),
    ...(statement.kind === 'FunctionDef' && givesLogger(statement) && { givesLogger: true as const })
  };
  const kind = statementKind(statement);
  const stored = storedPaths(statement);
  const withFiles =
    methods.size > 0 ? flow.functions.map(found => withPaths(found, methods)) : flow.functions;
  return {
    kind,
    startLine: statement.line,
    endLine: statement.endLine,
    startColumn: statement.column,
    endColumn: statement.endColumn,
    uses: kind === 'import' ? flow.finish() : withMakers(flow.finish(), makings(statement, origins)),
    functions: mapped(withFiles, found => ({ ...found, ...state, files: defines ? files : [] })),
    files: defines ? [] : files,
    ...(givenPaths.length > 0 && !defines && { givenPaths }),
    ...(stored && { storedPaths: stored }),
    ...(setting !== undefined && { setting })
  };
}

/** Says of methods what they do to files. */
function withPaths<Class extends Pick<FunctionFacts, 'methods'>>(
  found: Class,
  paths: CallFacts['methods']
): Class {
  const named = found.methods?.map(method => ({ ...method, ...(!method.fields && paths.get(method.name)) }));
  return { ...found, ...(named && { methods: named }) };
}

/** Says of the names that a statement binds what makes their values. */
function withMakers(uses: NameUse[], found: ReadonlyMap<string, Making>): NameUse[] {
  for (const use of found.size === 0 ? [] : uses) {
    const making = use.kind === 'bind' || use.kind === 'mayBind' ? found.get(use.name) : undefined;
    if (making) {
      const shares = allShares(making.shares, use.shares);
      Object.assign(use, making, shares.length > 0 && { shares });
    }
  }
  return uses;
}

function markOptional(imports: readonly ImportFact[], body: readonly Stmt[]): void {
  const optional = imports.length > 0 ? body.flatMap(optionalLines) : [];
  for (const fact of imports) {
    if (optional.some(([start, end]) => start <= fact.line && fact.line <= end)) {
      fact.optional = true;
    }
  }
}

/** IPython shows the value of an expression that ends a cell, unless a semicolon follows it. */
function markShown(statements: StatementFacts[], body: Stmt[], { text }: Rewritten): void {
  const last = body.at(-1);
  const facts = statements.at(-1);
  if (last?.kind === 'Expr' && facts && !showsNothing(last.value)) {
    const rest = text.split('\n')[last.endLine - 1]?.slice(last.endColumn) ?? '';
    if (!rest.trimStart().startsWith(';')) {
      facts.shown = true;
    }
  }
}

/** Its value is None, or nobody can name it. */
function showsNothing(value: Expr): boolean {
  return (
    value.kind === 'Magic' ||
    (value.kind === 'Constant' && value.text === 'None') ||
    (value.kind === 'Call' && /^(print|display|help|exit|quit)$|\.show$/.test(dottedName(value.func) ?? ''))
  );
}

/** `%%writefile` belongs to the statement that stands in its place. */
function addWrites(statements: StatementFacts[], { writes }: Rewritten): void {
  for (const { line, path, appends } of writes) {
    const normal = normalisePath(path);
    const statement = statements.find(one => one.startLine === line);
    if (normal !== null && statement) {
      const modes = appends ? (['read', 'write'] as const) : (['write'] as const);
      statement.files.push(...modes.map(mode => ({ path: normal, mode, line })));
    }
  }
}

/** What shell lines do to files belongs to the statement they stand in, unless it only defines something. */
function addShellFiles(statements: StatementFacts[], source: string): void {
  for (const use of filesOfShell(shellLines(source))) {
    const statement = statements.findLast(({ startLine }) => startLine <= use.line);
    if (statement && statement.kind !== 'function' && statement.kind !== 'class') {
      statement.files.push(use);
    }
  }
}
