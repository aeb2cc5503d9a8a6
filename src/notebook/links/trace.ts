import type { CellFacts, FunctionFacts, NameUse, StatementFacts } from '../facts';
import { pathOf } from '../effects/paths';
import { isHiddenState } from '../names';
import { actsOf, type Certainty, isHandedOn } from './acts';
import { boundAliases } from './bound';
import { isReceiver } from './called';
import { filesGiven } from './given-paths';
import { boundWith, heldBy } from './held-reads';
import { methodOf } from './inherited';
import { addJoins } from './joins';
import { resolveMaker } from './makers';
import { isArrayPart } from './array-parts';
import { addsInPlace } from './methods';
import { NameHistory } from './name-history';
import { givenBack } from './given-back';
import { keptByMaking, keptFor } from './kept';
import { temporaryPlace } from './temporary-places';
import type { Trace, TracedCell } from './traced';
import { contentsOf, functionsIn, unpackedBefore } from './made-functions';
import { makerOf, type Version } from './version';

export type { PlacedFile, Trace, TracedCell } from './traced';

/**
 * Runs the cells in thought, in Jupyter's order: a read meets the nearest preceding version; what a
 * function reads is resolved where the function is used, through calls and across cells.
 */
export function traceCells(cells: readonly TracedCell[]): Trace {
  let trace = traced.get(cells);
  if (!trace) {
    const history = new NameHistory(cells);
    const run = new Run(history);
    cells.forEach((cell, index) => run.cell(cell.facts, index));
    trace = history.trace;
    addJoins(trace.uses);
    traced.set(cells, trace);
  }
  return trace;
}

/** Cells are traced once: a notebook is never changed in place. */
const traced = new WeakMap<readonly TracedCell[], Trace>();

class Run {
  constructor(private readonly _past: NameHistory) {}

  cell(facts: CellFacts, index: number): void {
    const past = this._past;
    past.beginCell(index);
    const waiting: { use: NameUse; statement: number }[] = [];
    facts.statements.forEach((statement, at) => {
      past.beginStatement(at);
      this._expanded = new Set();
      past.place(statement.files, null);
      past.place(past.places.filesOfCalls(statement), statement.startLine);
      for (const use of statement.uses) {
        if (use.kind === 'readLate' && !past.lookUp(use.name)) {
          waiting.push({ use, statement: at });
        } else {
          this._use(use, statement);
        }
      }
      past.places.store(statement);
    });
    for (const { use, statement } of waiting) {
      past.statement = statement;
      past.record(use.name, 'readLate', use.line, past.lookUp(use.name));
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
        this._past.delete(name);
        return;
      case 'mayDelete':
        return;
      case 'update':
      case 'maybeUpdate':
        this._change(use, line, this._past.atEntry(name), statement.uses);
        return;
      default: {
        const version = kind === 'readLate' ? this._past.lookUp(name) : this._past.atEntry(name);
        this._recordHeld(version, line);
        this._past.record(name, kind, line, version, use);
        if (version && kind !== 'readAnnotation') {
          this._run(version, use, line);
          this._past.place(this._past.places.filesOfHanded(version, use), line);
          this._act(version, use, line, statement.uses);
        }
      }
    }
  }

  private _bind(use: NameUse, statement: StatementFacts): void {
    statement.functions
      .filter(({ name }) => name === use.name)
      .forEach(found => this._past.methods.add(found));
    const before = use.augmented ? this._past.atEntry(use.name) : null;
    if (before && (addsInPlace(before) || isArrayPart(before, this._past.around))) {
      this._past.update(use.name, 'update', use.line, before);
      return;
    }
    const previous = use.kind === 'mayBind' ? this._past.lookUp(use.name) : null;
    const maker = makerOf(use.made ?? use.unpacked?.made, this._past.lookUp);
    const keeps = maker?.kind === 'class' || maker?.functions?.givesFunction;
    const kept = keeps
      ? [...keptByMaking(maker, statement.uses, this._past.around), ...contentsOf(maker)]
      : [];
    const twins = maker?.functions?.givesState ? unpackedBefore(use, statement.uses) : [];
    const given = givenBack(use, statement.uses, this._past.atEntry, this._past.around);
    const called = use.made ?? (maker?.functions?.givesFunction && use.unpacked?.made);
    const same = use.shares?.find(({ how }) => how === 'same')?.name;
    const makerFor = (called: string): string | undefined =>
      resolveMaker(
        called,
        this._past.trace.cells,
        this._past.cell,
        root => this._past.atEntry(root) ?? this._past.lookUp(root)
      );
    const made =
      temporaryPlace(use, this._past.atEntry, makerFor) ??
      ((same !== undefined && this._past.atEntry(same)?.made) || (called && makerFor(called)) || undefined);
    const path = (use.path && pathOf(use.path, this._textOf)) ?? undefined;
    this._past.add(
      use.name,
      {
        line: use.line,
        kind: maker?.functions?.givesLogger && isOneBind(statement) ? 'class' : statement.kind,
        how: use.kind === 'mayBind' ? 'mayBind' : 'bind',
        previous,
        functions: this._definition(use.name, statement),
        aliases: boundAliases(use, given, this._past.atEntry(use.name), shares => this._past.shares(shares))
      },
      {
        made: previous && previous.made !== made ? undefined : made,
        path: previous && previous.path !== path ? undefined : path,
        shares: [...(use.shares ?? []), ...given, ...kept, ...twins],
        holds: heldBy(statement, boundWith(use, this._past.atEntry)),
        method: use.method
      }
    );
    if (use.kind === 'bind') {
      this._past.places.bind(use, statement);
    }
    (this._past.lookUp(use.name)?.bases ?? [])
      .filter(base => methodOf(base, '__init_subclass__') !== null)
      .forEach(base => this._past.update(base.name, 'update', use.line, base));
    if (use.name === '*') {
      this._past.bindByStar(use.line);
    }
  }

  /** The path that a name stood for when the statement began. */
  private readonly _textOf = (name: string): string | undefined =>
    name.includes('.') ? this._past.places.textOf(name) : this._past.atEntry(name)?.path;

  /** A method that a class of the notebook is asked for does what its body says, whatever its name says. */
  private _change(use: NameUse, line: number, version: Version | null, said: readonly NameUse[]): void {
    const isAsked = ({ name, passedTo }: NameUse): boolean =>
      name === use.name &&
      passedTo !== undefined &&
      isReceiver(passedTo) &&
      this._past.methods.called(passedTo.callee) !== null;
    if (version?.kind !== 'class' || use.part || !said.some(isAsked)) {
      this._past.change(use, line, version);
      this._past.contain(use.name, use.shares);
    }
  }

  /** A function that a decorator gives a state of its own changes itself. */
  private _definition(name: string, { functions, uses }: StatementFacts): FunctionFacts | null {
    const found = functions.findLast(fact => fact.name === name) ?? null;
    const state =
      found?.kind === 'function' &&
      uses.find(use => use.called && this._past.lookUp(use.name)?.functions?.givesState);
    return found && state ? { ...found, changesItself: found.line } : found;
  }

  /** What the body of a function does where it is used: it binds and changes if called, and perhaps if handed on. */
  private _run(version: Version, use: NameUse, line: number, around: Certainty | null = 'sure'): void {
    const facts = version.functions;
    const inner = facts ? NONE : functionsIn(version, use, this._past.around);
    if ((!facts && version.holds.length === 0 && inner.length === 0) || this._expanded.has(version)) {
      return;
    }
    this._expanded.add(version);
    inner.forEach(each => this._run(each, { ...use, called: true }, line, around && 'perhaps'));
    for (const { name, called } of version.holds) {
      const met = this._past.lookUp(name);
      this._past.record(name, 'readLate', line, met, { called });
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
      const { facts: statement, places } = this._past;
      this._past.place(filesGiven(facts, statement.givenPaths), line);
      this._past.place(facts.kind === 'class' ? places.filesOfMaking(version, statement) : [], line);
    }
    for (const late of facts.late) {
      switch (late.kind) {
        case 'bind':
        case 'mayBind':
          if (called) {
            const previous = this._past.lookUp(late.name);
            this._past.add(late.name, {
              line,
              kind: this._past.facts.kind === 'config' ? 'config' : 'code',
              how: 'mayBind',
              previous,
              functions: null,
              aliases: late.aliases ?? []
            });
            this._past.contain(late.name, late.shares);
          }
          break;
        case 'delete':
        case 'mayDelete':
          break;
        case 'update':
        case 'maybeUpdate':
          if (runs) {
            const kind = called ? late.kind : 'maybeUpdate';
            this._change({ ...late, kind }, line, this._past.lookUp(late.name), facts.late);
          }
          break;
        default: {
          const met = this._past.lookUp(late.name);
          this._recordHeld(met, line);
          this._past.record(late.name, 'readLate', line, met, late, called);
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
    const around = { ...this._past.around, said };
    for (const { name, how, outside } of actsOf(use, version, around)) {
      if (isHiddenState(name) && said.some(each => each.name === name)) {
        continue;
      }
      if (how === 'bind') {
        this._past.add(name, { line, kind: 'code', how, previous: null, functions: null, aliases: [] });
      } else {
        const own = name === use.name;
        const changed = own ? version : this._past.lookUp(name);
        this._past.update(name, certainty === 'sure' ? how : 'maybeUpdate', line, changed, {
          part: own && !outside
        });
      }
    }
    this._past.contain(use.name, keptFor(use, version, said, around));
  }

  /** Whoever uses a definition, uses the objects in it, which come before it. */
  private _recordHeld(version: Version | null, line: number): void {
    const held = version ? this._past.held.of(version) : [];
    held.forEach(each => this._past.record(each.name, 'readLate', line, each));
  }

  private _expanded = new Set<Version>();
}

const NONE: readonly Version[] = [];

/** It binds one name and, on its one line, does nothing else: it can be copied where that name is wanted. */
const isOneBind = ({ kind, startLine, endLine, uses }: StatementFacts): boolean =>
  kind === 'code' &&
  startLine === endLine &&
  uses.filter(use => use.kind !== 'read' && use.kind !== 'readLate').every(use => use.kind === 'bind') &&
  uses.filter(use => use.kind === 'bind').length === 1;
