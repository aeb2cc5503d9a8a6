import type { CellProblem } from '../facts';
import { givenNames, isGiven, isOutputHistory } from '../names';
import { nearestName } from './spelling';
import type { Trace } from './trace';
import type { ResolvedUse, Version } from './version';

/** What is wrong with, or hidden in, the cells of a notebook; in cell order, each name once per cell. */
export function cellProblems(trace: Trace): CellProblem[] {
  const problems: CellProblem[] = [];
  const seen = new Set<string>();
  const meant = meantNames(trace);
  trace.cells.forEach(({ id, facts }) => {
    if (facts.syntaxError) {
      const { message, line } = facts.syntaxError;
      problems.push({
        rule: 'cell-syntax',
        severity: 'error',
        cell: id,
        line,
        message: `The cell does not parse at line ${line}: ${message}.`
      });
    }
    for (const sentence of facts.opaque) {
      const line = Number(/\(line (\d+)\)$/.exec(sentence)?.[1] ?? 1);
      problems.push({ rule: 'cell-opaque', severity: 'warning', cell: id, line, message: `${sentence}.` });
    }
  });
  for (const use of trace.uses) {
    const key = `${use.cell} ${use.name}`;
    if (!use.version && !seen.has(key)) {
      const problem = unresolved(trace, use, meant);
      if (problem) {
        seen.add(key);
        problems.push(problem);
      }
    }
  }
  const order = new Map(trace.cells.map(({ id }, index) => [id, index]));
  return problems.sort((a, b) => order.get(a.cell)! - order.get(b.cell)! || a.line - b.line);
}

/** The nearest star import before a use that nothing else explains. */
export function starSource(trace: Trace, use: ResolvedUse): Version | null {
  if (use.version || isGiven(use.name) || use.kind === 'mayRead') {
    return null;
  }
  for (let cell = use.cell; cell >= 0; cell--) {
    const star = trace.ends[cell].get('*');
    if (star) {
      return star;
    }
  }
  return null;
}

/** What each misspelt name was meant to be: asked of many cells, and a while to find. */
function meantNames(trace: Trace): (name: string) => string | null {
  const found = new Map<string, string | null>();
  const known = [...trace.binders.keys(), ...givenNames()];
  return name => {
    const near = found.has(name) ? (found.get(name) ?? null) : nearestName(name, known);
    found.set(name, near);
    return near;
  };
}

/** The cell fails here without the name. */
const isSure = ({ guarded, kind }: ResolvedUse): boolean =>
  !guarded && (kind === 'read' || kind === 'update');

function unresolved(
  trace: Trace,
  use: ResolvedUse,
  meant: (name: string) => string | null
): CellProblem | null {
  const { name, line } = use;
  const place = { cell: trace.cells[use.cell].id, line, name };
  if (isOutputHistory(name)) {
    return use.kind === 'mayRead'
      ? null
      : {
          rule: 'hidden-output',
          // `gettext.install()` makes a function of that name
          severity: isSure(use) && !use.called && trace.opaqueFrom > use.cell ? 'error' : 'warning',
          ...place,
          message: `"${name}" is what another cell displayed, which a step does not have.`,
          fix: 'Give the value a name in the cell that makes it, and use that name.'
        };
  }
  if (isGiven(name) || use.kind === 'mayRead' || use.guarded === 'NameError' || starSource(trace, use)) {
    return null;
  }
  const binders = trace.binders.get(name) ?? [];
  const later = binders.find(cell => cell >= use.cell);
  if (later !== undefined) {
    const own = later === use.cell;
    return {
      rule: 'name-defined-later',
      severity: 'warning',
      ...place,
      message: own
        ? `"${name}" is used before this cell defines it.`
        : `"${name}" is defined only in a later cell, so no earlier step can supply it.`,
      fix: own ? undefined : `Move the cell that defines "${name}" above this one.`
    };
  }
  if (binders.length > 0) {
    return use.guarded
      ? null
      : {
          rule: 'name-deleted',
          severity: 'error',
          ...place,
          message: `"${name}" is used after it was deleted.`
        };
  }
  if (trace.opaqueFrom <= use.cell) {
    return null;
  }
  const near = meant(name);
  return {
    rule: 'name-unresolved',
    severity: isSure(use) ? 'error' : 'warning',
    ...place,
    message: `"${name}" is not defined in any cell.`,
    fix: near ? `Did you mean "${near}"?` : undefined
  };
}
