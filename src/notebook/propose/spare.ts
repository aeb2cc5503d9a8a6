import { PARAMETERS, SKIP } from '../cell-tags';
import type { AnalyzedCell, StatementFacts } from '../facts';
import { literalParameters } from './parameters';
import type { Reason } from './proposal';

const SKIPS: ReadonlySet<Reason['code']> = new Set(['empty', 'tagged', 'installs', 'unread', 'syntax']);

/** True when a cell does not run at all for this reason, and nothing of it is copied. */
export const isSkip = ({ code }: Reason): boolean => SKIPS.has(code);

const INSTALL = /^\s*[!%]+\s*(?:python3?\s+-m\s+)?(?:pip3?|conda|mamba|uv\s+pip)\s+install\s+(.*)$/;
/** Line magics that set the notebook up and mean nothing in a step. */
const SETUP = /^\s*%(?:matplotlib|load_ext|reload_ext|autoreload|config|pylab)\b/;
const isComment = (line: string): boolean => /^\s*(#|$)/.test(line);

/**
 * Why a cell is in no step whatever the others read of it. One that imports what the notebook wrote has its place
 * behind the writer, while copies would run before it.
 * @param written modules that cells of the notebook write
 */
export function spareReason(cell: AnalyzedCell, written: ReadonlySet<string>): Reason | undefined {
  const { facts, source, tags, stale } = cell;
  const lines = source.split('\n').filter(line => !isComment(line));
  if (tags.includes(SKIP)) {
    return { code: 'tagged' };
  }
  if (lines.length === 0) {
    return { code: 'empty' };
  }
  if (facts.syntaxError && !stale) {
    return { code: 'syntax', line: facts.syntaxError.line, message: facts.syntaxError.message };
  }
  const installs = lines.map(line => INSTALL.exec(line)?.[1]);
  if (installs.every(found => found !== undefined)) {
    const packages = installs.flatMap(found => found.split(/\s+/)).filter(word => !word.startsWith('-'));
    return { code: 'installs', packages };
  }
  const statements = facts.statements.filter(statement => !isSetup(statement, source));
  const isSource =
    facts.statements.length > 0 &&
    facts.opaque.length === 0 &&
    !facts.imports.some(({ module }) => written.has(module.split('.')[0])) &&
    statements.every(({ kind }) => kind !== 'code');
  return isSource ? sourceReason(cell, statements) : undefined;
}

function isSetup({ startLine, endLine }: StatementFacts, source: string): boolean {
  return startLine === endLine && SETUP.test(source.split('\n')[startLine - 1] ?? '');
}

function sourceReason(cell: AnalyzedCell, statements: readonly StatementFacts[]): Reason {
  const binds = (...kinds: StatementFacts['kind'][]): string[] =>
    statements
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ uses }) => uses.filter(({ kind }) => kind === 'bind').map(({ name }) => name));
  const constants = binds('literal', 'hardware');
  const definitions = binds('function', 'class');
  const parameters = cell.tags.includes(PARAMETERS) ? literalParameters([cell]) : [];
  if (parameters.length > 0) {
    return { code: 'parameters', names: parameters.map(({ name }) => name) };
  }
  if (definitions.length > 0) {
    return { code: 'definitions', names: definitions };
  }
  return constants.length > 0
    ? { code: 'constants', names: constants }
    : { code: statements.some(({ kind }) => kind === 'import') ? 'imports' : 'settings' };
}
