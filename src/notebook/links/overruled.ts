import type { StatementPlace } from './config';
import { isWantedAtOnce } from './copied';
import type { Trace } from './traced';
import { isHoisted, type ResolvedUse, type Version } from './version';

/** A copied statement, with the place of the step that first wants it. */
export type CopiedPlace = StatementPlace & { read: ResolvedUse | undefined };

/** A read of a step, and what it reads, of which the step has another value as well. */
export interface OverruledRead {
  read: ResolvedUse;
  write: StatementPlace & { line: number };
}

/**
 * Copies run before all cells of a step, the last of a name last: where the step reads a constant or a definition and,
 * once it is set anew in a cell outside, that one too, the first read would meet the second value.
 * @param prelude in the order in which it runs
 * @param usesOf by `cell statement`
 * @param supplier what a version is, of cells that run
 */
export function overruledReads(
  trace: Trace,
  own: ReadonlySet<number>,
  prelude: readonly CopiedPlace[],
  usesOf: ReadonlyMap<string, ResolvedUse[]>,
  supplier: (version: Version | null) => Version | null,
  textOf: (place: StatementPlace) => string
): OverruledRead[] {
  const isSame = (a: StatementPlace, b: StatementPlace): boolean =>
    (a.cell === b.cell && a.statement === b.statement) || (textOf(a) === textOf(b) && readSame(usesOf, a, b));
  const last = lastCopies(trace, prelude);
  const first = new Map<string, Version>();
  const found: OverruledRead[] = [];
  for (const use of last.size === 0 ? [] : readsOf(trace, own, usesOf)) {
    const version = last.has(use.name) ? supplier(use.version) : null;
    if (!version || version.kind === 'import' || own.has(version.cell)) {
      continue;
    }
    const known = first.get(use.name) ?? version;
    first.set(use.name, known);
    if ((isHoisted(known) || isHoisted(version)) && !isSame(known, version)) {
      found.push({ read: use, write: version });
    }
  }
  for (const [name, version] of first) {
    const copy = last.get(name);
    if (copy?.read && isHoisted(version) && !isSame(version, copy)) {
      const { startLine } = statementAt(trace, copy);
      found.push({ read: { ...copy.read, name }, write: { ...copy, line: startLine } });
    }
  }
  return found;
}

/** Of each name that copied constants and definitions bind, the last. */
function lastCopies(trace: Trace, prelude: readonly CopiedPlace[]): Map<string, CopiedPlace> {
  const last = new Map<string, CopiedPlace>();
  for (const place of prelude) {
    const { kind, uses } = statementAt(trace, place);
    if (kind === 'literal' || kind === 'function' || kind === 'class') {
      uses.filter(use => use.kind === 'bind').forEach(({ name }) => last.set(name, place));
    }
  }
  return last;
}

/** What the cells of a step read while they run: not what functions read that they only define. */
function* readsOf(
  trace: Trace,
  own: ReadonlySet<number>,
  usesOf: ReadonlyMap<string, ResolvedUse[]>
): Generator<ResolvedUse> {
  for (const cell of [...own].sort((a, b) => a - b)) {
    for (const [statement, { kind }] of trace.cells[cell].facts.statements.entries()) {
      for (const use of usesOf.get(`${cell} ${statement}`) ?? []) {
        const runs = isWantedAtOnce(use) || (use.kind === 'readLate' && kind === 'code');
        if (runs && use.kind !== 'join') {
          yield use;
        }
      }
    }
  }
}

/** Two statements of one text make the same of the same. */
function readSame(usesOf: ReadonlyMap<string, ResolvedUse[]>, a: StatementPlace, b: StatementPlace): boolean {
  const read = ({ cell, statement }: StatementPlace) =>
    (usesOf.get(`${cell} ${statement}`) ?? []).filter(isWantedAtOnce).map(({ version }) => version);
  const after = read(b);
  return read(a).every((version, at) => version === after[at] || version?.kind === 'import');
}

const statementAt = ({ cells }: Trace, { cell, statement }: StatementPlace) =>
  cells[cell].facts.statements[statement];

/** What a statement is known by: the first name that it binds, or the one that it uses. */
export const boundBy = (trace: Trace, use: ResolvedUse): string =>
  statementAt(trace, use).uses.find(({ kind }) => kind === 'bind')?.name ?? use.name;
