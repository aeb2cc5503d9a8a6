import type { AnalyzedCell, CellEdge, CellProblem } from '../facts';
import type { SourceSlice, StepClash, StepNeed, StepPlan } from '../step-facts';
import { isGiven, isHiddenState } from '../names';
import { carriedDefinitions } from './carried';
import { isTwoClasses } from './classes-once';
import { configPlaces, configStatements, type StatementPlace } from './config';
import { fileEdges, type FileRead, fileReads } from './file-edges';
import { changedNames, failsWithout, isReadIn, isSupplied, isWantedAtOnce, lateStatements } from './copied';
import { functionClashes } from './functions-once';
import { edgeKind } from './link';
import { boundBy, overruledReads } from './overruled';
import { stepLiterals } from './literals';
import { cellProblems, starSource } from './problems';
import { isOverridden } from './star-import';
import { logOpeners, stepFiles } from './step-files';
import { stepGpu } from './step-gpu';
import { stepProblems } from './step-problems';
import { stepWarnings } from './step-warnings';
import { traceCells } from './trace';
import type { Trace } from './trace';
import type { ResolvedUse, Version } from './version';
import { isHoisted } from './version';

/**
 * Plans the steps of one notebook. Each group lists the cells of one step, which run in notebook order;
 * cells in no group do not run. Unknown ids are passed over.
 */
export function planSteps(
  cells: readonly AnalyzedCell[],
  groups: readonly (readonly string[])[]
): StepPlan[] {
  const trace = traceCells(cells);
  const numbers = new Map(cells.map((cell, index) => [cell.id, index]));
  const members = groups.map(
    ids => new Set(ids.map(id => numbers.get(id)).filter(number => number !== undefined))
  );
  const usesOf = new Map<string, ResolvedUse[]>();
  for (const use of trace.uses) {
    const key = `${use.cell} ${use.statement}`;
    const known = usesOf.get(key);
    if (known) {
      known.push(use);
    } else {
      usesOf.set(key, [use]);
    }
  }
  const carried = carriedDefinitions(trace.uses);
  const groupOf = new Map<number, number>();
  members.forEach((own, group) => own.forEach(cell => groupOf.has(cell) || groupOf.set(cell, group)));
  const configs = configPlaces(trace);
  const files = fileEdges(trace);
  const folders = new Set(trace.files.filter(({ folder }) => folder).map(({ path }) => path));
  const reads = fileReads(trace);
  const problems = cellProblems(trace);
  return members.map(own =>
    new Planner(cells, trace, own, groupOf, usesOf, carried, configs, files, folders, reads, problems).plan()
  );
}

class Planner {
  constructor(
    private readonly _cells: readonly AnalyzedCell[],
    private readonly _trace: Trace,
    private readonly _own: ReadonlySet<number>,
    /** The first group that holds each cell. */
    private readonly _groupOf: ReadonlyMap<number, number>,
    private readonly _usesOf: ReadonlyMap<string, ResolvedUse[]>,
    private readonly _carried: (version: Version) => ReadonlySet<Version>,
    private readonly _configs: readonly StatementPlace[],
    private readonly _files: readonly CellEdge[],
    private readonly _folders: ReadonlySet<string>,
    private readonly _reads: readonly FileRead[],
    private readonly _problems: readonly CellProblem[]
  ) {}

  plan(): StepPlan {
    const own = [...this._own].sort((a, b) => a - b);
    const run = own.flatMap(cell =>
      this._cells[cell].facts.statements.map((_, statement) => ({ cell, statement }))
    );
    for (const { cell, statement } of run) {
      this._usesOf.get(`${cell} ${statement}`)?.forEach(use => this._meet(use, use));
    }
    for (const { version, read } of this._supplied) {
      this._carried(version).forEach(definition => this._define(definition, read));
    }
    functionClashes(this._trace, this._prelude.values(), this._supplied).forEach(({ made, read }) =>
      this._clash(made.name, read, { cell: this._cells[made.cell].id, line: made.line })
    );
    const { _trace, _usesOf, _own, _prelude, _configs } = this;
    const given = [...this._needs.values()];
    for (const place of configStatements(_trace, _configs, _usesOf, _own, _prelude, given)) {
      this._copy(place.cell, place.statement);
    }
    this._fileNeeds();
    const readers = [...this._copiedReaders(), ...logOpeners(this._trace.files, this._needs)];
    const prelude = [...this._prelude.values()].sort((a, b) => a.cell - b.cell || a.statement - b.statement);
    const textOf = (place: StatementPlace): string => this._slice(place).source;
    const supplier = (version: Version | null): Version | null => this._supplier(version);
    for (const { read, write } of overruledReads(_trace, _own, prelude, _usesOf, supplier, textOf)) {
      this._clash(read.name, read, { cell: this._cells[write.cell].id, line: write.line });
    }
    const late = lateStatements(prelude, _usesOf, new Set(this._needs.keys()), new Set(readers));
    return {
      prelude: prelude.map(place => ({
        ...this._slice(place),
        ...(late.has(place) && { late: true as const })
      })),
      needs: [...this._needs.values()],
      clashes: this._clashes,
      literals: stepLiterals(this._cells, [...prelude, ...run]),
      offers: this._offers(own),
      warnings: stepWarnings({
        trace: _trace,
        cells: this._cells,
        own: _own,
        groupOf: this._groupOf,
        carried: this._carried,
        needs: [...this._needs.values()],
        copied: prelude
      }),
      problems: stepProblems(this._problems, this._cells, _own, this._needs.keys(), prelude),
      gpu: stepGpu(_trace, _own),
      files: stepFiles(_trace, _own),
      magics: own.some(cell => this._cells[cell].facts.magics)
    };
  }

  /** `read` is where the step itself needs it, when `use` is that of a `copied` statement. */
  private _meet(use: ResolvedUse, read: ResolvedUse, copied = false): void {
    const version = this._supplier(use.version ?? starSource(this._trace, use));
    if (!version) {
      if (use.kind === 'read' || use.kind === 'update' || use.kind === 'readLate') {
        this._missing(use, read);
      }
      return;
    }
    if (this._own.has(version.cell)) {
      // What is copied runs before the cells of the step.
      if (copied && isHoisted(version) && (use.kind === 'readAnnotation' || isWantedAtOnce(use))) {
        this._copy(version.cell, version.statement, read);
      } else if (copied && !isHoisted(version) && isWantedAtOnce(use)) {
        this._clash(boundBy(this._trace, use), read, { cell: this._cells[use.cell].id, line: use.line });
      }
      return;
    }
    const before = [...this._own].some(cell => cell < version.cell && this._trace.ends[cell].get(use.name));
    const other = (before && version.kind !== 'import') || isOverridden(this._trace, this._own, version);
    if (other && use.kind !== 'readAnnotation') {
      this._clash(use.name, read, { cell: this._cells[version.cell].id, line: version.line });
    }
    if (isHoisted(version)) {
      this._copy(version.cell, version.statement, read);
      return;
    }
    this._supply(use, version, read);
  }

  /** The value comes from another step, with the definitions it may hold. */
  private _supply(use: ResolvedUse, version: Version, read: ResolvedUse): void {
    const kind = edgeKind({ ...use, version });
    if (kind) {
      this._supplied.push({ version, read });
      const group = this._groupOf.get(version.cell);
      const soft = use.kind === 'mayRead' || use.kind === 'join';
      this._need(use.name, kind, soft, read, {
        from: group === undefined ? { cell: this._cells[version.cell].id } : { group },
        version: version.ordinal,
        ...(version.made !== undefined && { made: version.made }),
        ...(failsWithout(use) && { atOnce: true as const }),
        write: { cell: this._cells[version.cell].id, line: version.line },
        stale: this._cells[version.cell].stale || this._cells[read.cell].stale
      });
    }
  }

  /** A cell that runs in no step cannot have changed anything; where it only perhaps does, look behind it. */
  private _supplier(version: Version | null): Version | null {
    let met = version;
    const passes = ({ how, name }: Version) =>
      how === 'maybeUpdate' || (how === 'update' && isHiddenState(name));
    while (met?.previous && passes(met) && !this._groupOf.has(met.cell)) {
      met = met.previous;
    }
    return met;
  }

  private _missing(use: ResolvedUse, read: ResolvedUse): void {
    if (!isGiven(use.name) && !use.guarded) {
      this._need(use.name, 'data', use.kind === 'readLate' || this._mayBeMade(read), read, {
        write: { cell: '', line: 0 },
        stale: this._cells[read.cell].stale
      });
    }
  }

  /** Code of the step that cannot be followed runs before a read, and may bind what it reads. */
  private _mayBeMade({ cell }: ResolvedUse): boolean {
    return [...this._own].some(own => own <= cell && this._cells[own].facts.opaque.length > 0);
  }

  private _need(
    name: string,
    kind: StepNeed['kind'],
    soft: boolean,
    read: ResolvedUse,
    rest: Pick<StepNeed, 'from' | 'version' | 'made' | 'write' | 'stale' | 'atOnce'>
  ): void {
    const known = this._needs.get(name);
    if (known && (known.from || !rest.from)) {
      if (rest.from && (known.write.cell !== rest.write.cell || known.write.line !== rest.write.line)) {
        this._clash(name, read, rest.write);
      }
      known.soft &&= soft;
      known.atOnce ||= rest.atOnce;
      if (STRENGTH.indexOf(kind) > STRENGTH.indexOf(known.kind)) {
        known.kind = kind;
      }
      return;
    }
    this._needs.set(name, {
      name,
      kind,
      soft,
      read: { cell: this._cells[read.cell].id, line: read.line },
      ...rest
    });
  }

  private _clash(name: string, read: ResolvedUse, write: StepClash['write']): void {
    const cell = this._cells[read.cell].id;
    if (!this._clashes.some(known => known.name === name && known.read.cell === cell)) {
      this._clashes.push({ name, write, read: { cell, line: read.line } });
    }
  }

  /** A definition that an input may hold is copied; what its body reads it may need, once it runs. */
  private _define(definition: Version, read: ResolvedUse): void {
    if (this._defined.has(definition)) {
      return;
    }
    const { kind, name, cell, line } = definition;
    if (kind === 'class' && isTwoClasses(this._trace, this._own, definition, read.cell, this._defined)) {
      this._clash(name, read, { cell: this._cells[cell].id, line });
    }
    this._defined.add(definition);
    this._copy(definition.cell, definition.statement, read);
    for (const { name } of definition.functions?.late ?? []) {
      const version = this._latest(name, read.cell);
      if (!version || this._own.has(version.cell)) {
        continue;
      }
      if (isHoisted(version)) {
        this._define(version, read);
      } else {
        this._supply({ ...read, name, kind: 'mayRead' }, version, read);
      }
    }
  }

  /** What a name stands for before a cell. */
  private _latest(name: string, before: number): Version | null {
    for (let cell = before - 1; cell >= 0; cell--) {
      const version = this._trace.ends[cell].get(name);
      if (version !== undefined) {
        return version;
      }
    }
    return null;
  }

  /** A statement of another cell is copied with all it needs in turn. */
  private _copy(cell: number, statement: number, read?: ResolvedUse): void {
    const key = `${cell} ${statement}`;
    if (this._prelude.has(key)) {
      return;
    }
    this._prelude.set(key, { cell, statement, read });
    const uses = this._usesOf.get(key) ?? [];
    const changed = changedNames(uses);
    const isMet = (use: ResolvedUse): boolean =>
      isSupplied(use, this._supplied) || isReadIn(this._trace, this._own, use);
    for (const use of uses.filter(use => changed.has(use.name) || !isMet(use))) {
      const start = changed.has(use.name) ? use.version?.root : undefined;
      if (start && start !== use.version && isHoisted(start)) {
        this._meet({ ...use, version: start }, read ?? use, true);
      } else {
        this._meet(use, read ?? use, true);
      }
    }
  }

  private _slice({ cell, statement }: { cell: number; statement: number }): SourceSlice {
    const { id, index, factsSource, facts } = this._cells[cell];
    const { startLine, endLine, startColumn, endColumn, setting } = facts.statements[statement];
    const lines = factsSource.split('\n').slice(startLine - 1, endLine);
    lines[lines.length - 1] = lines[lines.length - 1].slice(0, endColumn);
    lines[0] = lines[0].slice(startColumn);
    return { cell: id, index, startLine, endLine, source: setting ?? lines.join('\n') };
  }

  /** Files that other steps write for this one, and steps that must be done with a file before this one changes it. */
  private _fileNeeds(): void {
    const numbers = new Map([...this._own].map(number => [this._cells[number].id, number]));
    for (const { from, to, name, kind, writeLine, readLine } of this._files) {
      const reader = numbers.get(to);
      if (reader === undefined || numbers.has(from)) {
        continue;
      }
      const writer = this._cells.findIndex(({ id }) => id === from);
      this._needFile(name, kind, writer, writeLine, { cell: to, line: readLine }, this._cells[reader].stale);
    }
  }

  /**
   * Copied statements that read files which cells write, as imports of modules do. No cell of the step can do so first.
   */
  private _copiedReaders(): ReadonlySet<string> {
    const readers = new Set<string>();
    for (const { write, read } of this._reads) {
      const key = `${read.cell} ${read.statement}`;
      const place = this._prelude.get(key);
      if (!place) {
        continue;
      }
      const { cell, line } = place.read ?? read;
      const at = { cell: this._cells[cell].id, line };
      if (this._own.has(write.cell)) {
        const needed = { cell: this._cells[read.cell].id, line: read.line };
        this._clashes.push({ name: read.path, write: needed, read: at });
      } else {
        readers.add(key);
        this._needFile(read.path, 'file', write.cell, write.line, at, this._cells[read.cell].stale);
      }
    }
    return readers;
  }

  private _needFile(
    name: string,
    kind: StepNeed['kind'],
    writer: number,
    line: number,
    read: StepNeed['read'],
    stale: boolean
  ): void {
    const cell = this._cells[writer].id;
    const group = this._groupOf.get(writer);
    const key = kind === 'file' ? `file ${name}` : `order ${name} ${group ?? cell}`;
    const write = { cell, line };
    const known = this._needs.get(key);
    if (!known) {
      this._needs.set(key, {
        name,
        kind,
        soft: kind === 'order',
        from: group === undefined ? { cell } : { group },
        write,
        read,
        stale: this._cells[writer].stale || stale,
        ...(kind === 'file' && this._folders.has(name) && { folder: true as const })
      });
    } else if (kind === 'file' && known.write.cell !== cell) {
      this._clashes.push({ name, write, read });
    }
  }

  private _offers(own: number[]): string[] {
    const last = new Map<string, Version | null>();
    for (const cell of own) {
      this._trace.ends[cell].forEach((version, name) => last.set(name, version));
    }
    const names = [...last.entries()]
      .filter(([, version]) => version && (!isHoisted(version) || version.kind === 'literal'))
      .map(([name]) => name);
    const end = own.at(-1);
    const shown = end !== undefined && this._cells[end].facts.statements.at(-1)?.shown;
    return [...new Set([...names, ...(shown ? [SHOWN] : [])])].sort();
  }

  private readonly _clashes: StepClash[] = [];
  /** Each with the place of the step that first wants it. */
  private readonly _prelude = new Map<string, StatementPlace & { read: ResolvedUse | undefined }>();
  private readonly _needs = new Map<string, StepNeed>();
  private readonly _supplied: { version: Version; read: ResolvedUse }[] = [];
  private readonly _defined = new Set<Version>();
}

/** IPython's name for the value of the expression that a cell ends with. */
const SHOWN = '_';

const STRENGTH: StepNeed['kind'][] = ['order', 'hoist', 'maybe', 'data', 'update'];
