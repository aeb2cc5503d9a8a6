import type { AnalyzedCell, CellFacts, CellProblem } from '../facts';
import type { StatementPlace } from './config';

const REACHES = /^[\w.]+\(\) reaches /;

/**
 * What is wrong with the cells of a step; of code that looks up names by itself, what it does not find there.
 * @param needs names that the step is given
 * @param copied statements that the step copies
 */
export function stepProblems(
  problems: readonly CellProblem[],
  cells: readonly AnalyzedCell[],
  own: ReadonlySet<number>,
  needs: Iterable<string>,
  copied: readonly StatementPlace[]
): CellProblem[] {
  const places = new Map([...own].map(place => [cells[place].id, place]));
  const there = new Set(needs);
  copied.forEach(({ cell, statement }) =>
    boundBy(cells[cell].facts, statement).forEach(name => there.add(name))
  );
  const isApart = ({ facts }: AnalyzedCell, at: number): boolean =>
    !own.has(at) &&
    facts.statements.some(
      ({ kind }, statement) => kind !== 'import' && boundBy(facts, statement).some(name => !there.has(name))
    );
  return problems.flatMap(problem => {
    const place = places.get(problem.cell);
    if (place === undefined || problem.rule !== 'cell-opaque' || !REACHES.test(problem.message)) {
      return place === undefined ? [] : [problem];
    }
    const apart = cells.filter((cell, at) => at < place && isApart(cell, at)).map(({ index }) => index);
    return [apart.length === 0 ? problem : { ...problem, apart }];
  });
}

const boundBy = ({ statements }: CellFacts, statement: number): string[] =>
  statements[statement].uses
    .filter(({ kind }) => kind === 'bind' || kind === 'mayBind')
    .map(({ name }) => name);
