import type { AnalyzedCell, StatementFacts } from '../facts';

/**
 * Whether each cell sets what functions of cells above read when they run: a value, or anew what was defined before.
 * Whatever holds such a function, as a transformer does, meets what the cell sets, also where nothing names the
 * function any more.
 */
export function setsForAbove(cells: readonly AnalyzedCell[]): boolean[] {
  const read = new Set<string>();
  const texts = new Map<string, string>();
  return cells.map(({ facts, factsSource }) => {
    const lines = factsSource.split('\n');
    const found = facts.statements.map(statement => {
      const text = lines.slice(statement.startLine - 1, statement.endLine).join('\n');
      const bound = statement.kind === 'import' ? [] : boundBy(statement);
      const sets = bound.some(name => read.has(name) && setsAnew(statement, texts.get(name), text));
      bound.forEach(name => texts.set(name, text));
      return sets;
    });
    facts.statements.flatMap(readLate).forEach(name => read.add(name));
    return found.includes(true);
  });
}

/** A definition that was not there before is found wherever it is looked up. */
const setsAnew = ({ kind }: StatementFacts, before: string | undefined, text: string): boolean =>
  before === undefined ? kind !== 'function' && kind !== 'class' : before !== text;

const boundBy = ({ uses }: StatementFacts): string[] =>
  uses.filter(({ kind }) => kind === 'bind' || kind === 'mayBind').map(({ name }) => name);

function readLate({ functions, uses }: StatementFacts): string[] {
  const bodies = functions.flatMap(({ late }) =>
    late.filter(({ kind }) => kind === 'read' || kind === 'mayRead')
  );
  return [...bodies, ...uses.filter(({ kind }) => kind === 'readLate')].map(({ name }) => name);
}
