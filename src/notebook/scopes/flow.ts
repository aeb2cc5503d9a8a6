import { mapped } from '../mapped';
import type { FunctionFacts, NameUse, Passing, UseKind } from '../facts';
import type { Shared } from '../effects/sharing';
import { isGiven } from '../names';
import type { Expr, Name } from '../python/ast';
import { Aliases, type NameAlias } from './aliases';
import { keep } from './keeping';
import { ADDED, type Lender, nameAt, pursue } from './lenders';
import { type Closure, isTaken, Scope } from './scope';
import { BOUND, DELETED, FlowState, UNTOUCHED } from './state';
import { type At, containing, details, isBinding, type ReadDetails, UseList } from './uses';

const NONE: ReadonlySet<string> = new Set();

/** Changes further inside an object are not followed to others. */
const DEEPEST = 8;

/**
 * Follows one run of a statement or of a function's body: which names of the notebook it takes from
 * outside, binds, changes and deletes, in flow order. How Python's constructs drive it is in
 * `statements.ts` and `expressions.ts`.
 *
 * One assumption is made where certainty would bury the truth in noise: a `for` loop, and a
 * comprehension, runs at least once.
 */
export class Flow {
  readonly uses = new UseList();
  /** Functions, classes and lambdas bound to names of the notebook. */
  readonly functions: Omit<FunctionFacts, 'files'>[] = [];
  /** Around what is read there is code that goes on when it fails. */
  guarded = false;
  /** And of what failures: names that are not there, or all. */
  tolerated: NameUse['guarded'];
  readonly loops: { breaks: FlowState[]; continues: FlowState[] }[] = [];
  state = new FlowState();
  readonly aliases: Aliases;
  /** What calls gave names of loops from, until these are bound again. */
  readonly lenders = new Map<string, readonly Lender[]>();
  /** Lambdas are read that go into what the statement binds or changes, and not only to a call that runs them. */
  keeping = true;
  /** Names read are those of annotations. */
  annotation = false;
  /** The class whose body is being read, when it is bound in the notebook: its methods run late. */
  classClosure: Closure | null = null;

  constructor(
    public scope: Scope,
    /** The body of a function, which runs when it is called. */
    readonly insideFunction: boolean,
    around: Aliases | null = null
  ) {
    this.aliases = new Aliases(around, name => {
      const owner = scope.resolve(name);
      return owner !== null && owner !== scope && owner.kind === 'function';
    });
  }

  read(name: Name, more: ReadDetails = {}): void {
    this.scope.trace?.use(this.scope, name.id, this.scope.resolve(name.id), this.annotation);
    this.note(name, more);
  }

  /** A read that whoever looks on while names are resolved is not told of: the code need not spell it out. */
  note(name: Name, more: ReadDetails): void {
    const to = more.passedTo;
    const owner = this.scope.resolve(name.id);
    if (owner && owner.kind !== 'class') {
      if (to) {
        const part = more.part && { part: true as const };
        this._taker(name.id)?.passes.push({ parameter: name.id, to, ...part });
      }
      return;
    }
    this._useDefined(owner ? classKey(owner, name.id) : name.id, name, more.called === true, NONE);
    const inClass = owner ? this.state.get(classKey(owner, name.id)) : UNTOUCHED;
    if (inClass & (UNTOUCHED | DELETED)) {
      this.readGlobal(
        name.id,
        name,
        this.annotation ? 'readAnnotation' : 'read',
        more,
        inClass !== UNTOUCHED
      );
    }
  }

  /** Reads what is called, by any of its names; it may be a part of them. */
  call(name: Name, more: ReadDetails): void {
    this.read(name, more);
    for (const alias of this.aliases.around(name.id)) {
      this.note({ ...name, id: alias.name }, { called: true });
    }
  }

  /** Reads an object that is given to a call, or that a method is called on, by any of its names. */
  hand(name: Name, passedTo: Passing, more: ReadDetails = {}): void {
    this.read(name, { ...more, passedTo });
    pursue(this, name.id, passedTo, name);
    for (const alias of this.aliases.around(name.id)) {
      const part = (alias.up > 0 || more.part) && { part: true as const };
      const { member } = alias.up > 0 ? alias : more;
      this.note({ ...name, id: alias.name }, { passedTo, ...part, ...(member !== undefined && { member }) });
    }
  }

  /** A read of a name of the notebook, unless it was certainly bound before. */
  readGlobal(name: string, at: At, kind: UseKind, more: ReadDetails = {}, perhaps = false): void {
    const possible = this.state.get(name);
    if (!(possible & UNTOUCHED) && possible !== DELETED) {
      return;
    }
    const may = kind === 'read' && (perhaps || possible & BOUND);
    const use: NameUse = { name, kind: may ? 'mayRead' : kind, line: at.line };
    if (this.tolerated) {
      use.guarded = this.tolerated;
    }
    this.uses.add(Object.assign(use, more));
  }

  bind(name: string, at: At, aliases: NameAlias[] = [], from: Scope = this.scope): void {
    this.aliases.set(name, aliases);
    this.lenders.delete(name);
    const owner = from.resolve(name);
    this.scope.trace?.use(this.scope, name, owner, false);
    if (owner?.kind === 'class') {
      this.state.set(classKey(owner, name), BOUND);
    } else if (!owner) {
      this.state.set(name, BOUND);
      this.uses.touch(
        name,
        at,
        aliases.length === 0
          ? aliases
          : this.aliases.of(name).filter(alias => alias.name !== name && !this.scope.resolve(alias.name))
      );
    }
  }

  /** From here on a name of the function is a new object, and no longer what a parameter was given. */
  renew(name: string): void {
    const owner = this.scope.resolve(name);
    if (owner === this.scope) {
      this.state.set(classKey(owner, name), BOUND);
    }
  }

  /** The name of a parameter perhaps stands for what was given. */
  isStill(name: string): boolean {
    const owner = this.scope.resolve(name);
    return !owner || (this.state.get(classKey(owner, name)) & UNTOUCHED) !== 0;
  }

  /** The function whose parameter a name is, for what was given. */
  private _taker(name: string): Closure | null {
    const closure = this.scope.resolve(name)?.closure;
    return closure && isTaken(closure, name) && this.isStill(name) ? closure : null;
  }

  delete(name: Name): void {
    this.aliases.delete(name.id);
    const owner = this.scope.resolve(name.id);
    this.scope.trace?.use(this.scope, name.id, owner, false);
    if (owner?.kind === 'class') {
      this.state.set(classKey(owner, name.id), DELETED);
    } else if (!owner) {
      this.state.set(name.id, DELETED);
      this.uses.touch(name.id, name, []);
    }
  }

  /** The object of a name is changed in place; so are the objects it is known to be, or be a part of. */
  update(name: string, sure: boolean, at: At, level = 0, member?: string, met?: Set<string>): void {
    const aliases = this.aliases.of(name);
    pursue(this, name, 'changed', at);
    if (met || aliases.length > 0) {
      const key = `${name} ${sure} ${level} ${member ?? ''}`;
      met ??= new Set();
      if (met.has(key) || level > DEEPEST) {
        return;
      }
      met.add(key);
    }
    const owner = this.scope.resolve(name);
    if (!owner || (owner.kind === 'class' && this.state.get(classKey(owner, name)) & UNTOUCHED)) {
      if (this.state.get(name) & UNTOUCHED) {
        const part = { ...(level > 0 && { part: true as const }), ...(member !== undefined && { member }) };
        this.uses.add({ name, kind: sure ? 'update' : 'maybeUpdate', line: at.line, ...part });
      }
    } else {
      const part = level > 0 && { part: true as const };
      this._taker(name)?.updates.push({ parameter: name, sure, ...part });
    }
    for (const alias of aliases) {
      if (alias.name !== name && alias.down <= level) {
        const by = alias.up > 0 ? alias.member : alias.down === 0 ? member : undefined;
        this.update(alias.name, sure && alias.whole, at, level - alias.down + alias.up, by, met);
      }
    }
  }

  /** The object of a name contains others from now on. `key`: they are stored under one. */
  contain(name: string, contents: readonly Shared[], key: boolean, met: Set<string> = new Set()): void {
    if (met.has(name)) {
      return;
    }
    met.add(name);
    const owner = this.scope.resolve(name);
    const all = contents.flatMap(each => this.aliases.origins(each));
    for (const content of all) {
      const from = this.scope.resolve(content.name);
      if (content.name === name) {
        continue;
      }
      if (!owner && !from) {
        this.uses.contain(name, { ...containing(content), ...(key && { key }) });
      } else if (owner?.closure && owner === from) {
        keep(owner.closure, content.name, name);
      }
    }
    for (const alias of this.aliases.of(name)) {
      if (alias.down === 0) {
        this.contain(alias.name, contents, key, met);
      }
    }
    this.aliases.contain(name, all);
  }

  /** `x += 1`, where a loop or a call took `x`: objects that can be changed in place are. */
  addInPlace(name: string, at: At): void {
    const own = { name, down: 0, up: 0, whole: true };
    for (const { down, up, ...alias } of [own, ...this.aliases.of(name)] as NameAlias[]) {
      const closure = down === 0 && up === 0 && alias.whole ? this._taker(alias.name) : null;
      if (closure) {
        closure.updates.push({ parameter: alias.name, sure: false, augmented: true });
      } else if (down === 0 && (alias.item || up > 0)) {
        this.note(nameAt(alias.name, at), ADDED);
        if (alias.item) {
          this.update(alias.name, false, at, up);
        }
      }
    }
    pursue(this, name, 'changed', at);
  }

  /**
   * What an inner function does, when nothing says which name it is called by.
   * @param kept it goes into the value of the statement
   */
  absorb(closure: Closure, kept = false): void {
    if (this.classClosure) {
      this.classClosure.late.push(...closure.late);
      return;
    }
    for (const use of closure.late) {
      if (isBinding(use)) {
        if (this.insideFunction) {
          this.uses.add({ ...use, kind: 'mayBind' });
        }
      } else if (this.state.get(use.name) & UNTOUCHED) {
        const late = !this.insideFunction && (use.kind === 'read' || use.kind === 'mayRead');
        this.uses.add(late ? { ...use, kind: 'readLate', ...(kept && { kept: true }) } : use);
      }
    }
  }

  /** A body that may run here and now, as that of a key function does: what is not yet bound comes from outside. */
  runPerhaps(closure: Closure, at: At): void {
    for (const use of closure.late) {
      if (use.kind === 'read' || use.kind === 'mayRead') {
        const { called, passedTo, part } = use;
        this.readGlobal(use.name, at, 'mayRead', details({ called, passedTo, part }));
      }
    }
  }

  /** Keeps what a function does, for its uses in the same statement. */
  define(name: string, closure: Closure): void {
    const owner = this.scope.resolve(name);
    const key = owner ? classKey(owner, name) : name;
    this._defined.set(key, [...(this._defined.get(key) ?? []), closure]);
  }

  /** At the end of a loop's body: what it used before it defined it, the next round uses as defined. */
  nextRound(): void {
    for (const name of this._defined.keys()) {
      const use = this.uses.uses.find(
        one => one.name === name && (one.kind === 'read' || one.kind === 'mayRead')
      );
      if (use) {
        this._useDefined(name, use, use.called === true, NONE);
      }
    }
  }

  /** The bodies of a function defined in this statement run where it is called, and may where it is used. */
  private _useDefined(name: string, at: At, called: boolean, seen: ReadonlySet<string>): void {
    if (seen.has(name) || !(this.state.get(name) & BOUND)) {
      return;
    }
    for (const use of (this._defined.get(name) ?? []).flatMap(closure => closure.late)) {
      if (use.kind === 'read' || use.kind === 'mayRead') {
        this.readGlobal(use.name, at, called ? use.kind : 'mayRead');
        this._useDefined(use.name, at, called && use.called === true, new Set([...seen, name]));
      } else if (called && (use.kind === 'bind' || use.kind === 'mayBind')) {
        this.state.set(use.name, this.state.get(use.name) | BOUND);
        this.uses.touch(use.name, at, []);
      }
    }
  }

  /** A body that runs here and now: an immediately called lambda, `%timeit`. */
  runNow(closure: Closure): void {
    for (const use of closure.late) {
      if (isBinding(use)) {
        this.bind(use.name, use);
      } else if (use.kind === 'update' || use.kind === 'maybeUpdate') {
        this.update(use.name, use.kind === 'update', use, use.part ? 1 : 0, use.member);
      } else {
        this.readGlobal(use.name, use, use.kind, details(use));
      }
    }
  }

  /** Reads a function's body in a scope of its own; `run` drives the new flow. */
  closure(
    names: Pick<Closure, 'parameters' | 'gathers'> & {
      name: string;
      locals: Iterable<string>;
      globals?: Set<string>;
      /** It stands for what something else does, and is not in the source. */
      standsIn?: boolean;
    },
    run: (flow: Flow) => void
  ): Closure {
    const scope = new Scope('function', this.scope, names.name, names.standsIn ? null : this.scope.trace);
    scope.locals = new Set(names.locals);
    scope.globals = names.globals ?? new Set();
    const { parameters, gathers } = names;
    scope.closure = { parameters, ...(gathers && { gathers }), late: [], updates: [], passes: [] };
    const flow = new Flow(scope, true, this.aliases);
    run(flow);
    scope.closure.late = flow.finish();
    return scope.closure;
  }

  /** The function around holds a `yield`. */
  giveGenerator(): void {
    let scope: Scope | null = this.scope;
    while (scope && !scope.closure) {
      scope = scope.parent;
    }
    if (scope?.closure) {
      scope.closure.yields = true;
    }
  }

  /** A block in a scope that shares this flow: class bodies, comprehensions, type parameters. */
  within(
    kind: 'class' | 'comprehension' | 'annotation',
    name: string,
    locals: Iterable<string>,
    run: (scope: Scope) => void
  ): void {
    const outer = this.scope;
    this.scope = new Scope(kind, outer, name);
    this.scope.locals = new Set(locals);
    run(this.scope);
    this.scope = outer;
  }

  /** Runs each path from the present state and goes on where they meet. */
  branch(...paths: (() => void)[]): void {
    const start = this.state;
    const ends = mapped(paths, path => {
      this.state = start.clone();
      path();
      return this.state;
    });
    this.state = FlowState.merge(...ends);
  }

  finish(): NameUse[] {
    this.uses.settle(this.state);
    return this.uses.uses;
  }

  /** Whether a name called here may be a function of the notebook. */
  isNotebookName(expression: Expr): expression is Name {
    return expression.kind === 'Name' && !isGiven(expression.id) && !this.scope.resolve(expression.id);
  }

  private readonly _defined = new Map<string, Closure[]>();
}

function classKey(scope: Scope, name: string): string {
  return `${scope.id}:${name}`;
}
