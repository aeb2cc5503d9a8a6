import type { ImportFact } from '../facts';
import type { ImportFrom, Stmt, Try } from '../python/ast';
import { childBlocks, dottedName } from '../python/walk';

/** What a statement imports, inner blocks and functions included; `optional` inside a `try` that goes on without. */
export function importsOf(statement: Stmt): ImportFact[] {
  switch (statement.kind) {
    case 'Import':
      return statement.names.map(({ name, asname }) => {
        const root = name.split('.')[0];
        return {
          module: name,
          names: [asname ?? root],
          origins: asname === null ? { [root]: root } : { [asname]: name },
          line: statement.line
        };
      });
    case 'ImportFrom':
      return [fromImport(statement)];
    case 'FunctionDef':
    case 'ClassDef':
      return statement.body.flatMap(importsOf);
    default:
      return childBlocks(statement).flatMap(block => block.flatMap(importsOf));
  }
}

function fromImport({ module, names, line }: ImportFrom): ImportFact {
  const bound = names.map(alias => alias.asname ?? alias.name);
  const known = !module.startsWith('.') && bound[0] !== '*';
  const origins = Object.fromEntries(names.map(({ name }, index) => [bound[index], `${module}.${name}`]));
  return { module, names: bound, ...(known && { origins }), line };
}

/** Lines, both included, of blocks that code goes on without when an import in them fails. */
export function optionalLines(statement: Stmt): [number, number][] {
  const own = statement.kind === 'FunctionDef' || statement.kind === 'ClassDef' ? [statement.body] : [];
  const inner = [...childBlocks(statement), ...own].flatMap(block => block.flatMap(optionalLines));
  const tried = statement.kind === 'Try' && goesOn(statement) ? statement.body : [];
  return tried.length === 0 ? inner : [...inner, [tried[0].line, tried[tried.length - 1].endLine]];
}

const MISSING = /^(?:ImportError|ModuleNotFoundError|Exception|BaseException)$/;

/** A handler takes the failed import, and does not raise it again. */
function goesOn({ handlers }: Try): boolean {
  const handler = handlers.find(({ type }) => {
    const types = type?.kind === 'Tuple' ? type.elts : type ? [type] : [];
    return type === null || types.some(each => MISSING.test(dottedName(each) ?? ''));
  });
  return handler !== undefined && !handler.body.some(({ kind }) => kind === 'Raise');
}
