import type { NameUse, UseKind } from '../facts';
import type { Place } from '../python/ast';
import { BOUND, DELETED, UNTOUCHED } from './state';
import type { FlowState } from './state';

/** The uses of one statement or function body, in flow order, each fact once. */
export class UseList {
  readonly uses: NameUse[] = [];

  add(use: NameUse): void {
    const { name, kind, called, passedTo } = use;
    const key = `${name} ${kind} ${called ?? ''} ${passedTo ? `${passedTo.callee} ${passedTo.parameter}` : ''}`;
    if (!this._seen.has(key)) {
      this._seen.add(key);
      this.uses.push(use);
    }
  }

  /** Notes where a name is first bound or deleted; `settle` says later what became of it. */
  touch(name: string, at: Place, aliases: string[]): void {
    const known = this._touched.get(name);
    if (known) {
      if (aliases.length > 0) {
        known.aliases = [...new Set([...(known.aliases ?? []), ...aliases])];
      }
      return;
    }
    const use: NameUse = { name, kind: 'bind', line: at.line, column: at.column };
    if (aliases.length > 0) {
      use.aliases = aliases;
    }
    this._touched.set(name, use);
    this.uses.push(use);
  }

  /** The bind of a name is one by `+=`. */
  augment(name: string): void {
    const known = this._touched.get(name);
    if (known) {
      known.augmented = true;
    }
  }

  settle(state: FlowState): void {
    for (const [name, use] of this._touched) {
      use.kind = settledKind(state.get(name));
    }
  }

  private readonly _seen = new Set<string>();
  private readonly _touched = new Map<string, NameUse>();
}

function settledKind(possible: number): UseKind {
  if (possible & BOUND) {
    return possible === BOUND ? 'bind' : 'mayBind';
  }
  return possible & UNTOUCHED || !(possible & DELETED) ? 'mayDelete' : 'delete';
}
