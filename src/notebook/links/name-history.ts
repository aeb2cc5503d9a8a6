import type { FileUse, NameUse, ObjectShare, StatementFacts } from '../facts';
import { isFixed, isSteady } from '../effects/by-type';
import { CACHE_METHODS } from '../effects/table';
import type { Around } from './acts';
import { boundMethod } from './bound';
import { changedWith, partnersOf, type Reach } from './changes';
import { CurrentNames } from './current-names';
import { heldBy } from './held-reads';
import { HeldObjects } from './held-objects';
import { isArrayPart } from './array-parts';
import { Methods } from './methods';
import { PathPlaces } from './path-places';
import { PlacedFiles } from './placed-files';
import { contain, isWhole, versionShares } from './shares';
import { starBinds } from './star-import';
import type { Trace, TracedCell } from './traced';
import {
  BY_STAR,
  HOLDS_DATA,
  isChange,
  type LookUp,
  type ResolvedUse,
  settle,
  type Version,
  type VersionShare
} from './version';

/** What has become of the names of a notebook so far: their versions, their uses, and the files. */
export class NameHistory {
  readonly trace: Trace;
  readonly methods = new Methods();
  readonly held = new HeldObjects();
  /** Where the run is. */
  cell = 0;
  statement = 0;

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

  beginCell(cell: number): void {
    this.cell = cell;
    this._names.beginCell();
  }

  beginStatement(statement: number): void {
    this.statement = statement;
    this._names.beginStatement();
  }

  /** What unknown methods perhaps do, they do not to values of which it is known what changes them. */
  change({ name, kind, part, member, augmented }: NameUse, line: number, version: Version | null): void {
    if (kind === 'maybeUpdate' && isSteady(version?.made)) {
      this.record(name, 'read', line, version);
    } else {
      const adds = (to: Version): boolean => isArrayPart(to, this.around);
      const reach = { part: part === true, member, ...(augmented && { adds }) };
      this.update(name, kind === 'update' ? kind : 'maybeUpdate', line, version, reach);
    }
  }

  /** An in-place change makes a new version; changing an imported module is no matter of data. */
  update(
    name: string,
    how: 'update' | 'maybeUpdate',
    line: number,
    version: Version | null,
    reach: Reach = ITSELF,
    depth = 0
  ): void {
    if (
      version?.kind === 'import' ||
      (how === 'maybeUpdate' && version && (!HOLDS_DATA.has(version.kind) || isFixed(version.made)))
    ) {
      this.record(name, 'read', line, version);
      return;
    }
    this.record(name, how, line, version);
    if (!version) {
      return;
    }
    const isSource = version.kind === 'class' || version.kind === 'function';
    if (how === 'update' && depth === 0) {
      // a class is made anew in each step, of the objects that the step has
      const partners = isSource ? [] : partnersOf(version, this._names, reach);
      this.trace.changes.push({ cell: this.cell, line, version, partners, at: this.trace.uses.length });
    }
    if (!isSource) {
      this.add(name, {
        line,
        kind: 'code',
        how,
        previous: version,
        functions: version.functions,
        aliases: version.aliases
      });
    }
    for (const met of depth < 3 ? changedWith(version, reach.part, this._names) : []) {
      const here = met.version.cell === this.cell && met.version.statement === this.statement;
      if (!met.content || !here || !isChange(met.version)) {
        this.update(met.version.name, 'maybeUpdate', line, met.version, { part: met.part }, depth + 1);
      }
    }
  }

  delete(name: string): void {
    this._names.delete(name);
  }

  /** The object of a name contains others from now on. */
  contain(name: string, found: readonly ObjectShare[] = []): void {
    const version = found.length > 0 ? this.lookUp(name) : null;
    if (version) {
      contain(version, found, this);
    }
  }

  /** A new version of a name. */
  add(
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
      cell: this.cell,
      statement: this.statement,
      ...version,
      ordinal,
      made: changed?.made ?? made,
      path,
      method: boundMethod(method, this.atEntry),
      bases: (version.functions?.bases ?? []).flatMap(base => this.atEntry(base) ?? []),
      shares: this.shares(shares),
      holds: changed ? heldBy(this.facts, [changed]) : holds
    });
    this._names.set(settled);
    this.held.note(settled);
    const binders = this.trace.binders.get(name) ?? [];
    if (!changed && binders.at(-1) !== this.cell) {
      binders.push(this.cell);
      this.trace.binders.set(name, binders);
    }
  }

  /** A star import gives names that are bound already another meaning. */
  bindByStar(line: number): void {
    const { imports } = this.trace.cells[this.cell].facts;
    const star = imports.find(one => one.line === line && one.names[0] === '*');
    for (const previous of star ? [...this._names.all.values()] : []) {
      const how = starBinds(star!.module, previous);
      if (how) {
        const rest = { previous: how === 'bind' ? null : previous, functions: null, aliases: [] };
        this.add(previous.name, { line, kind: 'import', how, ...rest }, { made: BY_STAR });
      }
    }
  }

  shares(shares: readonly ObjectShare[]): VersionShare[] {
    return versionShares(shares, this, this.atEntry);
  }

  /** A use, with the version that it meets. */
  record(
    name: string,
    kind: ResolvedUse['kind'],
    line: number,
    version: Version | null,
    { called, guarded, passedTo, member }: Pick<NameUse, 'called' | 'guarded' | 'passedTo' | 'member'> = {},
    now?: true
  ): void {
    this.trace.uses.push({
      name,
      cell: this.cell,
      statement: this.statement,
      line,
      kind,
      version,
      called,
      ...(guarded && { guarded }),
      ...(member !== undefined && !isWhole(member, version, this) && { member }),
      ...(passedTo && CACHE_METHODS.has(passedTo.callee) && { cache: true }),
      ...(now && { now })
    });
  }

  /** Files, where they are touched. @param at the line of a call that touches them in a body */
  place(files: readonly FileUse[], at: number | null): void {
    const place = { cell: this.cell, statement: this.statement, line: at };
    this._files.add(files, place, this.places.textOf);
  }

  /** What acts of a use may ask of the notebook so far. */
  get around(): Omit<Around, 'said'> {
    return { cells: this.trace.cells, methods: this.methods, lookUp: this.lookUp };
  }

  /** The statement that is running. */
  get facts(): StatementFacts {
    return this.trace.cells[this.cell].facts.statements[this.statement];
  }

  readonly lookUp: LookUp = name => this._names.get(name);
  /** What a name was before the statement. */
  readonly atEntry: LookUp = name => this._names.atEntry(name);
  /** Paths in attributes and under keys. */
  readonly places = new PathPlaces(this.lookUp);
  private readonly _names = new CurrentNames();
  private readonly _files = new PlacedFiles();
  private readonly _ordinals = new Map<string, number>();
}

/** The object itself changes, and nothing that it contains. */
const ITSELF: Reach = { part: false };
