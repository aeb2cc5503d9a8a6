import type { FunctionFacts, MethodFacts } from '../facts';

/**
 * A block of the execution model (Python language reference, 4.2). Annotation scopes hold type
 * parameters and, unlike functions, see the names of a class around them (PEP 695).
 */
export type ScopeKind = 'module' | 'function' | 'class' | 'comprehension' | 'annotation';

/** What a function's body was found to do, while it is being read. */
export type Closure = Pick<MethodFacts, 'property'> &
  Pick<
    FunctionFacts,
    | 'parameters'
    | 'late'
    | 'updates'
    | 'passes'
    | 'methods'
    | 'bases'
    | 'yields'
    | 'keeps'
    | 'gives'
    | 'givesFunction'
    | 'gathers'
  >;

/** Whether a function takes what it is given by a name of its own: a parameter, or `*args` and `**kwargs`. */
export function isTaken({ parameters, gathers }: Closure, name: string): boolean {
  return parameters.includes(name) || gathers?.args === name || gathers?.kwargs === name;
}

/** Looks on while names are resolved. */
export interface Trace {
  enter(scope: Scope): void;
  use(scope: Scope, name: string, owner: Scope | null, annotation: boolean): void;
}

let serial = 0;

const NONE: ReadonlySet<string> = new Set();

export class Scope {
  readonly id = ++serial;
  locals: ReadonlySet<string> = NONE;
  globals: ReadonlySet<string> = NONE;
  /** The function whose parameters live here. */
  closure: Closure | null = null;
  /** Functions that the block of a function makes, by their names. */
  readonly functions = new Map<string, Closure>();

  constructor(
    readonly kind: ScopeKind,
    readonly parent: Scope | null,
    /** Of the function or class; `lambda`, `genexpr` and the like for those that have none. */
    readonly name: string = '',
    /** Is told of every use of a name, when somebody wants to know. */
    readonly trace: Trace | null = parent?.trace ?? null
  ) {
    trace?.enter(this);
  }

  /** The scope that holds a name as seen from here; null when it is the module's. */
  resolve(name: string, classVisible = true): Scope | null {
    if (this.kind === 'module') {
      return null;
    }
    if (this.kind !== 'class' || classVisible) {
      if (this.globals.has(name)) {
        return null;
      }
      if (this.locals.has(name)) {
        return this;
      }
    }
    return this.parent?.resolve(name, classVisible && this.kind === 'annotation') ?? null;
  }

  /** Where `:=` binds: comprehensions are passed over (PEP 572). */
  get walrusScope(): Scope {
    return this.kind === 'comprehension' && this.parent ? this.parent.walrusScope : this;
  }
}
