import type { Trace } from './traced';
import type { Version } from './version';

/**
 * Values come with one class of a name, and before the cells of a step. Where one of these cells makes the class, it is
 * another one, which shows when code of the step asks for the class itself; so are two classes of one name.
 * @param before the cell that reads a value of the class
 * @param defined the classes of other values that the step loads
 */
export function isTwoClasses(
  { cells, uses }: Trace,
  own: ReadonlySet<number>,
  definition: Version,
  before: number,
  defined: Iterable<Version>
): boolean {
  const { name, cell, line } = definition;
  if (own.has(cell) && cell < before) {
    return uses.some(
      use =>
        use.version === definition &&
        own.has(use.cell) &&
        cells[use.cell].facts.statements[use.statement].kind === 'code'
    );
  }
  return [...defined].some(
    other => other.kind === 'class' && other.name === name && (other.cell !== cell || other.line !== line)
  );
}
