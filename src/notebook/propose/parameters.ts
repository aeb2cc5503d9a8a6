import type { AnalyzedCell, StatementFacts } from '../facts';
import { literalValue } from '../literal-value';
import type { ProposedParameter } from './proposal';

/**
 * The literals of cells, where each can be a parameter: `name = literal` with one name, and a value that Kubeflow
 * carries.
 */
export function literalParameters(cells: readonly AnalyzedCell[]): ProposedParameter[] {
  return cells.flatMap(cell => cell.facts.statements.flatMap(statement => parameterOf(cell, statement)));
}

function parameterOf({ id, factsSource }: AnalyzedCell, statement: StatementFacts): ProposedParameter[] {
  const binds = statement.uses.filter(({ kind }) => kind === 'bind');
  if (statement.kind !== 'literal' || binds.length !== 1) {
    return [];
  }
  const lines = factsSource.split('\n').slice(statement.startLine - 1, statement.endLine);
  lines[lines.length - 1] = lines[lines.length - 1].slice(0, statement.endColumn);
  const text = lines.join('\n').slice(statement.startColumn);
  const found = literalValue(text.slice(text.indexOf('=') + 1));
  return found ? [{ cell: id, name: binds[0].name, ...found }] : [];
}
