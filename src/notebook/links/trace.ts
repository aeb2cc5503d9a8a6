import type { CellFacts, FileUse, FunctionFacts, NameUse, ObjectShare, StatementFacts } from '../facts';
import { isFixed, isSteady } from '../effects/by-type';
import { CACHE_METHODS } from '../effects/table';
import { pathOf } from '../effects/paths';
import { isHiddenState } from '../names';
import { actsOf, type Around, type Certainty, isHandedOn } from './acts';
import { changedWith, partnersOf } from './changes';
import { boundAliases, boundMethod } from './bound';
import { filesGiven } from './given-paths';
import { boundWith, heldBy } from './held-reads';
import { CurrentNames } from './current-names';
import { addJoins } from './joins';
import { resolveMaker } from './makers';
import { addsInPlace, Methods } from './methods';
import { givenBack } from './given-back';
import { keptByMaking, keptFor } from './kept';
import { PlacedFiles } from './placed-files';
import { contain, versionShares } from './shares';
import type { Trace, TracedCell } from './traced';
import {
  HOLDS_DATA,
  isChange,
  type LookUp,
  type ResolvedUse,
  settle,
  type Version,
  type VersionShare
} from './version';

export type { PlacedFile, Trace, TracedCell } from './traced';

/**
 * Runs the cells in thought, in Jupyter's order: a read meets the nearest preceding version; what a
 * function reads is resolved where the function is used, through calls and across cells.
 */
export function traceCells(cells: readonly TracedCell[]): Trace {
  let trace = traced.get(cells);
  if (!trace) {
    const run = new Run(cells);
    cells.forEach((cell, index) => run.cell(cell.facts, index));
    addJoins(run.trace.uses);
    trace = run.trace;
    traced.set(cells, trace);
  }
  return trace;
}

/** Cells are traced once: a notebook is never changed in place. */
const traced = new WeakMap<readonly TracedCell[], Trace>();

class Run {
  readonly trace: Trace;

  constructor(cells: readonly TracedCell[]) {
    const opaque = cells.findIndex(({ facts }) => facts.opaque.length > 0);
    this.trace = {
      cells,
      uses: [],
      files: this._files.all,
      ends: this._names.ends,
      binders: new Map(),
      changes: [],
      opaqueFrom: opaque === -1 ? cells.length : opaque
    };
  }

  cell(facts: CellFacts, index: number): void {
    this._cell = index;
    this._names.beginCell();
    const waiting: { use: NameUse; statement: number }[] = [];
    facts.statements.forEach((statement, at) => {
      this._statement = at;
      this._names.beginStatement();
      this._expanded = new Set();
      this._place(statement.files, null);
      for (const use of statement.uses) {
        if (use.kind === 'readLate' && !this._lookUp(use.name)) {
          waiting.push({ use, statement: at });
        } else {
          this._use(use, statement);
        }
      }
    });
    for (const { use, statement } of waiting) {
      this._statement = statement;
      this._record(use.name, 'readLate', use.line, this._lookUp(use.name));
    }
  }

  private _use(use: NameUse, statement: StatementFacts): void {
    const { name, kind, line } = use;
    switch (kind) {
      case 'bind':
      case 'mayBind':
        this._bind(use, statement);
        return;
      case 'delete':
        this._names.delete(name);
        return;
      case 'mayDelete':
        return;
      case 'update':
      case 'maybeUpdate':
        this._change(use, line, this._atEntry(name));
        this._contain(name, use.shares);
        return;
      default: {
        const version = kind === 'readLate' ? this._lookUp(name) : this._atEntry(name);
        this._record(name, kind, line, version, use);
        if (version && kind !== 'readAnnotation') {
          this._run(version, use, line);
          this._act(version, use, line, statement.uses);
        }
      }
    }
  }

  private _bind(use: NameUse, statement: StatementFacts): void {
    statement.functions.filter(({ name }) => name === use.name).forEach(found => this._methods.add(found));
    const before = use.augmented ? this._atEntry(use.name) : null;
    if (before && addsInPlace(before)) {
      this._update(use.name, 'update', use.line, before);
      return;
    }
    const previous = use.kind === 'mayBind' ? this._lookUp(use.name) : null;
    const maker = use.made === undefined ? null : this._lookUp(use.made);
    const kept = maker?.kind === 'class' ? keptByMaking(maker, statement.uses, this._around) : [];
    const given = givenBack(use, statement.uses, this._atEntry, this._around);
    const same = use.shares?.find(({ how }) => how === 'same')?.name;
    const made =
      (same !== undefined && this._atEntry(same)?.made) ||
      (use.made &&
        resolveMaker(
          use.made,
          this.trace.cells,
          this._cell,
          root => this._atEntry(root) ?? this._lookUp(root)
        )) ||
      undefined;
    const path = (use.path && pathOf(use.path, name => this._atEntry(name)?.path)) ?? undefined;
    this._add(
      use.name,
      {
        line: use.line,
        kind: statement.kind,
        how: use.kind === 'mayBind' ? 'mayBind' : 'bind',
        previous,
        functions: this._definition(use.name, statement),
        aliases: boundAliases(use, given, shares => this._shares(shares))
      },
      {
        made: previous && previous.made !== made ? undefined : made,
        path: previous && previous.path !== path ? undefined : path,
        shares: [...(use.shares ?? []), ...given, ...kept],
        holds: heldBy(statement, boundWith(use, this._atEntry)),
        method: use.method
      }
    );
  }

  /** A function that a decorator gives a state of its own changes itself. */
  private _definition(name: string, { functions, uses }: StatementFacts): FunctionFacts | null {
    const found = functions.findLast(fact => fact.name === name) ?? null;
    const state =
      found?.kind === 'function' &&
      uses.find(use => use.called && this._lookUp(use.name)?.functions?.givesState);
    return found && state ? { ...found, changesItself: found.line } : found;
  }

  /** What unknown methods perhaps do, they do not to values of which it is known what changes them. */
  private _change({ name, kind, part }: NameUse, line: number, version: Version | null): void {
    if (kind === 'maybeUpdate' && isSteady(version?.made)) {
      this._record(name, 'read', line, version);
    } else {
      this._update(name, kind === 'update' ? kind : 'maybeUpdate', line, version, part);
    }
  }

  /** An in-place change makes a new version; changing an imported module is no matter of data. */
  private _update(
    name: string,
    how: 'update' | 'maybeUpdate',
    line: number,
    version: Version | null,
    part = false,
    depth = 0
  ): void {
    if (
      version?.kind === 'import' ||
      (how === 'maybeUpdate' && version && (!HOLDS_DATA.has(version.kind) || isFixed(version.made)))
    ) {
      this._record(name, 'read', line, version);
      return;
    }
    this._record(name, how, line, version);
    if (!version) {
      return;
    }
    if (how === 'update' && depth === 0) {
      const partners = partnersOf(version, this._names.all.values(), part);
      this.trace.changes.push({ cell: this._cell, line, version, partners, at: this.trace.uses.length });
    }
    if (version.kind === 'class' || version.kind === 'function') {
      return;
    }
    this._add(name, {
      line,
      kind: 'code',
      how,
      previous: version,
      functions: version.functions,
      aliases: version.aliases
    });
    for (const met of depth < 3 ? changedWith(version, part, this._names.all) : []) {
      const here = met.version.cell === this._cell && met.version.statement === this._statement;
      if (!met.content || !here || !isChange(met.version)) {
        this._update(met.version.name, 'maybeUpdate', line, met.version, met.part, depth + 1);
      }
    }
  }

  /** What the body of a function does where it is used: it binds and changes if called, and perhaps if handed on. */
  private _run(version: Version, use: NameUse, line: number, around: Certainty | null = 'sure'): void {
    const facts = version.functions;
    if ((!facts && version.holds.length === 0) || this._expanded.has(version)) {
      return;
    }
    this._expanded.add(version);
    for (const { name, called } of version.holds) {
      const met = this._lookUp(name);
      this._record(name, 'readLate', line, met, { called });
      if (met) {
        this._run(met, { ...use, called: undefined }, line, null);
      }
    }
    if (!facts) {
      return;
    }
    const handed = isHandedOn(use) && facts.kind !== 'class' ? 'perhaps' : null;
    const runs = around && (use.called ? around : handed);
    const called = runs === 'sure' || undefined;
    if (called) {
      this._place(filesGiven(facts, this._cellFacts().statements[this._statement].givenPaths), line);
    }
    for (const late of facts.late) {
      switch (late.kind) {
        case 'bind':
        case 'mayBind':
          if (called) {
            const previous = this._lookUp(late.name);
            this._add(late.name, {
              line,
              kind: this._cellFacts().statements[this._statement].kind === 'config' ? 'config' : 'code',
              how: 'mayBind',
              previous,
              functions: null,
              aliases: late.aliases ?? []
            });
            this._contain(late.name, late.shares);
          }
          break;
        case 'delete':
        case 'mayDelete':
          break;
        case 'update':
        case 'maybeUpdate':
          if (runs) {
            this._change(called ? late : { ...late, kind: 'maybeUpdate' }, line, this._lookUp(late.name));
            this._contain(late.name, late.shares);
          }
          break;
        default: {
          const met = this._lookUp(late.name);
          this._record(late.name, 'readLate', line, met, late, called);
          if (met) {
            this._run(met, late, line, runs);
          }
          if (met && runs) {
            this._act(met, late, line, facts.late, runs);
          }
        }
      }
    }
  }

  /** What the use of a name does to it, or to others, by what it stands for; `said` holds what the cell says itself. */
  private _act(
    version: Version,
    use: NameUse,
    line: number,
    said: readonly NameUse[],
    certainty: Certainty = 'sure'
  ): void {
    const around = { ...this._around, said };
    for (const { name, how } of actsOf(use, version, around)) {
      if (isHiddenState(name) && said.some(each => each.name === name)) {
        continue;
      }
      if (how === 'bind') {
        this._add(name, { line, kind: 'code', how, previous: null, functions: null, aliases: [] });
      } else {
        const own = name === use.name;
        const changed = own ? version : this._lookUp(name);
        this._update(name, certainty === 'sure' ? how : 'maybeUpdate', line, changed, own);
      }
    }
    this._contain(use.name, keptFor(use, version, said, around));
  }

  private _contain(name: string, found: readonly ObjectShare[] = []): void {
    const version = found.length > 0 ? this._lookUp(name) : null;
    if (version) {
      contain(version, found, this._lookUp);
    }
  }

  private _add(
    name: string,
    version: Pick<Version, 'line' | 'kind' | 'how' | 'previous' | 'functions' | 'aliases'>,
    {
      made,
      path,
      shares = [],
      holds = [],
      method
    }: Partial<Pick<Version, 'made' | 'path' | 'holds'> & Pick<NameUse, 'shares' | 'method'>> = {}
  ): void {
    const ordinal = (this._ordinals.get(name) ?? 0) + 1;
    this._ordinals.set(name, ordinal);
    const changed = isChange(version) ? version.previous : null;
    const settled = settle({
      name,
      cell: this._cell,
      statement: this._statement,
      ...version,
      ordinal,
      made: changed?.made ?? made,
      path,
      method: boundMethod(method, this._atEntry),
      shares: this._shares(shares),
      holds: changed ? heldBy(this._cellFacts().statements[this._statement], [changed]) : holds
    });
    this._names.set(settled);
    const binders = this.trace.binders.get(name) ?? [];
    if (!changed && binders.at(-1) !== this._cell) {
      binders.push(this._cell);
      this.trace.binders.set(name, binders);
    }
  }

  private _shares(shares: readonly ObjectShare[]): VersionShare[] {
    return versionShares(shares, this._lookUp, this._atEntry);
  }

  private _record(
    name: string,
    kind: ResolvedUse['kind'],
    line: number,
    version: Version | null,
    { called, guarded, passedTo }: Pick<NameUse, 'called' | 'guarded' | 'passedTo'> = {},
    now?: true
  ): void {
    this.trace.uses.push({
      name,
      cell: this._cell,
      statement: this._statement,
      line,
      kind,
      version,
      called,
      ...(guarded && { guarded }),
      ...(passedTo && CACHE_METHODS.has(passedTo.callee) && { cache: true }),
      ...(now && { now })
    });
  }

  private _place(files: readonly FileUse[], at: number | null): void {
    const place = { cell: this._cell, statement: this._statement, line: at };
    this._files.add(files, place, name => this._lookUp(name)?.path);
  }

  private get _around(): Omit<Around, 'said'> {
    return { cells: this.trace.cells, methods: this._methods, lookUp: this._lookUp };
  }

  private _cellFacts(): CellFacts {
    return this.trace.cells[this._cell].facts;
  }

  private _cell = 0;
  private _statement = 0;
  private _expanded = new Set<Version>();
  private readonly _names = new CurrentNames();
  private readonly _lookUp: LookUp = name => this._names.get(name);
  private readonly _atEntry: LookUp = name => this._names.atEntry(name);
  private readonly _files = new PlacedFiles();
  private readonly _methods = new Methods();
  private readonly _ordinals = new Map<string, number>();
}
