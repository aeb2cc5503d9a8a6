import type { AnalyzedCell, CellFacts, NameUse } from './facts';

/**
 * Takes from cells that do not parse the names that were only half typed when they parsed last: those that their source
 * does not hold any more, a longer word of it begins with, and no cell binds. `mod` was asked for on the way to `model.`.
 */
export function withoutHalfWords(cells: AnalyzedCell[]): AnalyzedCell[] {
  if (!cells.some(({ stale }) => stale)) {
    return cells;
  }
  const bound = new Set(cells.flatMap(({ facts }) => facts.defines));
  return cells.map(cell => {
    const half = cell.stale ? halfWords(cell, bound) : NONE;
    return half.size === 0 ? cell : { ...cell, facts: without(cell.facts, half) };
  });
}

const NONE: ReadonlySet<string> = new Set();

function halfWords({ facts, source }: AnalyzedCell, bound: ReadonlySet<string>): ReadonlySet<string> {
  const words: readonly string[] = source.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
  const isHalf = (name: string): boolean =>
    !bound.has(name) && !words.includes(name) && words.some(word => word.startsWith(name));
  return new Set(facts.needs.filter(isHalf));
}

function without(facts: CellFacts, half: ReadonlySet<string>): CellFacts {
  const whole = (uses: NameUse[]): NameUse[] => uses.filter(({ name }) => !half.has(name));
  return {
    ...facts,
    needs: facts.needs.filter(name => !half.has(name)),
    statements: facts.statements.map(statement => ({
      ...statement,
      uses: whole(statement.uses),
      functions: statement.functions.map(each => ({ ...each, late: whole(each.late) }))
    }))
  };
}
