import type { Stmt } from '../python/ast';
import { blockNames } from './bindings';
import { Flow } from './flow';
import { Scope } from './scope';
import type { ScopeKind, Trace } from './scope';
import { readBlock } from './statements';

/** A scope with what is known of the names in it. */
export interface TracedScope {
  kind: ScopeKind;
  name: string;
  /** Place of the scope around it in the list; null for the module. */
  parent: number | null;
  locals: string[];
  globals: string[];
  /** Names read, bound or deleted: the place of the scope that holds them, null for the module. */
  uses: Record<string, number | null>;
  /** Names that only annotations read, alike. */
  annotations: Record<string, number | null>;
}

/** Reads a whole module as cells are read, and tells every scope met with its names, to be held against `symtable`. */
export function traceScopes(body: readonly Stmt[]): TracedScope[] {
  const trace = new ScopeList();
  const module = new Scope('module', null, 'top', trace);
  readBlock(new Flow(module, false), body);
  const { bound } = blockNames(body);
  return trace.scopes.map((scope, index) => ({
    kind: scope.kind,
    name: scope.name,
    parent: scope.parent ? trace.place(scope.parent) : null,
    locals: [...(scope === module ? bound : scope.locals)],
    globals: [...scope.globals],
    uses: Object.fromEntries(trace.uses[index]),
    annotations: Object.fromEntries(trace.annotations[index])
  }));
}

class ScopeList implements Trace {
  readonly scopes: Scope[] = [];
  readonly uses: Map<string, number | null>[] = [];
  readonly annotations: Map<string, number | null>[] = [];

  enter(scope: Scope): void {
    this._places.set(scope, this.scopes.length);
    this.scopes.push(scope);
    this.uses.push(new Map());
    this.annotations.push(new Map());
  }

  use(scope: Scope, name: string, owner: Scope | null, annotation: boolean): void {
    const names = (annotation ? this.annotations : this.uses)[this.place(scope)];
    names.set(name, owner ? this.place(owner) : null);
  }

  place(scope: Scope): number {
    return this._places.get(scope) ?? 0;
  }

  private readonly _places = new Map<Scope, number>();
}
