import type { AnalyzedCell, StatementFacts } from '../facts';
import type { StepLiteral } from '../step-facts';

/**
 * Names whose first touch in a step is `name = literal`: where a step is fed the name as a parameter, its runtime
 * puts the value there (`Parameters` in src/runtime/step_cells.py, which goes by the same rule).
 * @param statements those that the step runs, in that order
 */
export function stepLiterals(
  cells: readonly AnalyzedCell[],
  statements: Iterable<{ cell: number; statement: number }>
): StepLiteral[] {
  const found: StepLiteral[] = [];
  const touched = new Set<string>();
  for (const { cell, statement } of statements) {
    const facts = cells[cell].facts.statements[statement];
    const uses = facts.uses.filter(({ kind, name }) => kind !== 'readLate' && !touched.has(name));
    uses.forEach(({ name }) => touched.add(name));
    const set = uses.find(({ kind }) => kind === 'bind');
    if (set && isPlainLiteral(facts)) {
      found.push({ name: set.name, cell: cells[cell].id, line: facts.startLine });
    }
  }
  return found;
}

/** `name = literal`, with one name. */
function isPlainLiteral({ kind, uses }: StatementFacts): boolean {
  return kind === 'literal' && uses.filter(use => use.kind === 'bind').length === 1;
}
