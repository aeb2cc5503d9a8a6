import type { CellFacts, FunctionFacts, NameUse, StatementFacts } from './facts';
import { isGiven, isHiddenState } from './names';
import { BOUND, DELETED, FlowState } from './scopes/state';
import { isBinding } from './scopes/uses';

/** Folds the statements of a cell: which names are bound after it ran, and which it wants from outside. */
export function summarise(statements: readonly StatementFacts[]): Pick<CellFacts, 'defines' | 'needs'> {
  const summary = new Summary();
  statements.forEach(statement => summary.add(statement));
  return summary.finish();
}

class Summary {
  add(statement: StatementFacts): void {
    // what a statement takes from outside was there before it: names it binds itself are left out of its reads
    for (const use of statement.uses) {
      if (use.kind !== 'readLate' && !isBinding(use)) {
        this._want(use.name, this._state);
      }
    }
    for (const fact of statement.functions) {
      this._functions.set(fact.name, fact);
      this._late.push(...fact.late);
    }
    for (const use of statement.uses) {
      if (use.kind === 'readLate') {
        this._late.push(use);
      } else if (!this._touch(use) && this._functions.size > 0) {
        this._use(use);
      }
    }
  }

  finish(): Pick<CellFacts, 'defines' | 'needs'> {
    for (const use of this._late) {
      if (!isBinding(use)) {
        this._want(use.name, this._state);
      }
    }
    const defines: string[] = [];
    for (const [name, possible] of this._state.entries()) {
      if (possible & BOUND && name !== '*' && !isHiddenState(name)) {
        defines.push(name);
      }
    }
    return { defines: defines.sort(), needs: [...this._needs].sort() };
  }

  private _want(name: string, state: FlowState): void {
    const possible = state.get(name);
    if (possible !== BOUND && possible !== (BOUND | DELETED) && !isGiven(name)) {
      this._needs.add(name);
    }
  }

  /** The body of a function of this cell runs, or may run, where the function is used. */
  private _use(use: NameUse, seen: ReadonlySet<string> = NONE): void {
    const fact = this._functions.get(use.name);
    if (
      !fact ||
      seen.has(use.name) ||
      !(this._state.get(use.name) & BOUND) ||
      use.kind === 'readAnnotation'
    ) {
      return;
    }
    for (const late of fact.late) {
      if (!isBinding(late)) {
        this._want(late.name, this._state);
        this._use(late, new Set([...seen, use.name]));
      } else if (use.called) {
        this._touch({ ...late, kind: late.kind === 'bind' ? 'mayBind' : late.kind });
      }
    }
  }

  private _touch(use: NameUse): boolean {
    const state = this._state;
    switch (use.kind) {
      case 'bind':
        state.set(use.name, BOUND);
        return true;
      case 'mayBind':
        state.set(use.name, state.get(use.name) | BOUND);
        return true;
      case 'delete':
        state.set(use.name, DELETED);
        return true;
      case 'mayDelete':
        state.set(use.name, state.get(use.name) | DELETED);
        return true;
      default:
        return false;
    }
  }

  private readonly _state = new FlowState();
  private readonly _functions = new Map<string, FunctionFacts>();
  private readonly _late: NameUse[] = [];
  private readonly _needs = new Set<string>();
}

const NONE: ReadonlySet<string> = new Set();
