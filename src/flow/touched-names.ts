import type { CellFacts, NameUse } from '../notebook';

/** What the statements of a cell do, statement after statement. */
interface Touched {
  /** Names whose objects they change. */
  changed: readonly string[];
  /** Paths that they write. */
  written: readonly string[];
  /** Plain assignments. */
  binds: readonly NameUse[];
}

const known = new WeakMap<CellFacts, Touched>();

/** The same for the same facts, found once: facts stay while the cell does, and a flow is resolved at every edit. */
export function touched(facts: CellFacts): Touched {
  let found = known.get(facts);
  if (!found) {
    const uses = facts.statements.flatMap(statement => statement.uses);
    const files = facts.statements.flatMap(statement => statement.files);
    found = {
      changed: uses.filter(({ kind }) => kind === 'update' || kind === 'maybeUpdate').map(({ name }) => name),
      written: files.filter(({ mode }) => mode === 'write').map(({ path }) => path),
      binds: uses.filter(({ kind }) => kind === 'bind')
    };
    known.set(facts, found);
  }
  return found;
}
