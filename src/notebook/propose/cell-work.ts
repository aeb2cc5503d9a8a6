import { ALWAYS_UPDATES, PURE } from '../effects/table';
import type { AnalyzedCell, CellEdge, Notebook, StatementFacts } from '../facts';
import { callsIn } from './calls';
import { type Heading, headingsAbove } from './headings';
import type { Reason, Stage } from './proposal';
import { stageOfCall } from './stages';

/**
 * core: makes what others read, trains, evaluates or writes. shows: only shows what others made. source: holds only
 * imports, definitions, constants and settings, which travel as source. skip: need not run.
 */
export type Role = 'core' | 'shows' | 'source' | 'skip';

/** What one code cell does, as far as steps care. */
export interface CellWork {
  cell: AnalyzedCell;
  role: Role;
  /** Of `source` and `skip`. */
  why?: Reason;
  /** In the order in which they come. */
  stages: { stage: Stage; call: string }[];
  headings: Heading[];
  /** Edges that bring it values, files and orders; none for what is copied as source. */
  inward: CellEdge[];
}

/** What every code cell does, in notebook order. */
export function cellWorks(
  notebook: Notebook,
  cells: readonly AnalyzedCell[],
  edges: readonly CellEdge[]
): CellWork[] {
  const above = headingsAbove(notebook);
  const bodies = functionBodies(cells);
  const makers = new Map(
    cells.flatMap(({ facts }) =>
      facts.statements.flatMap(({ uses }) =>
        uses.flatMap(({ name, made }): [string, string][] => (made ? [[name, made]] : []))
      )
    )
  );
  const works = cells.map((cell): CellWork => {
    const stages = callsOf(cell, bodies).flatMap(call => {
      const stage = stageOfCall(call, name => makers.get(name));
      return stage ? [{ stage, call: call.replace(/^\./, '') }] : [];
    });
    return {
      cell,
      role: 'core',
      stages,
      headings: above.get(cell.id) ?? [],
      inward: edges.filter(({ to, kind }) => to === cell.id && kind !== 'hoist')
    };
  });
  giveRoles(works, edges);
  return works;
}

function giveRoles(works: CellWork[], edges: readonly CellEdge[]): void {
  const idle = new Set<string>();
  const last = works.findLast(({ cell }) => spareReason(cell) === undefined);
  for (const work of [...works].reverse()) {
    const { cell } = work;
    const outward = edges.filter(({ from, to }) => from === cell.id && !idle.has(to));
    const spare = spareReason(cell);
    if (spare) {
      work.role = isSkip(spare) ? 'skip' : 'source';
      work.why = spare;
    } else if (outward.length === 0 && work !== last && isIdle(work)) {
      work.role = 'skip';
      work.why = { code: 'unread', names: cell.facts.defines };
      idle.add(cell.id);
    } else if (outward.every(({ kind }) => kind === 'hoist') && onlyShows(work)) {
      work.role = 'shows';
    }
  }
}

const SKIPS: ReadonlySet<Reason['code']> = new Set(['empty', 'tagged', 'installs', 'unread', 'syntax']);
const isSkip = ({ code }: Reason): boolean => SKIPS.has(code);

const INSTALL = /^\s*[!%]+\s*(?:python3?\s+-m\s+)?(?:pip3?|conda|mamba|uv\s+pip)\s+install\s+(.*)$/;
/** Line magics that set the notebook up and mean nothing in a step. */
const SETUP = /^\s*%(?:matplotlib|load_ext|reload_ext|autoreload|config|pylab)\b/;
const isComment = (line: string) => /^\s*(#|$)/.test(line);

/** Why a cell is in no step whatever the rest of the notebook does. */
function spareReason({ facts, source, tags, stale }: AnalyzedCell): Reason | undefined {
  const lines = source.split('\n').filter(line => !isComment(line));
  if (tags.includes('skip')) {
    return { code: 'tagged' };
  }
  if (lines.length === 0) {
    return { code: 'empty' };
  }
  if (facts.syntaxError && !stale) {
    return { code: 'syntax', line: facts.syntaxError.line, message: facts.syntaxError.message };
  }
  const installs = lines.map(line => INSTALL.exec(line)?.[1]);
  if (installs.every(found => found !== undefined)) {
    const words = installs.flatMap(found => found.split(/\s+/));
    return { code: 'installs', packages: words.filter(word => !word.startsWith('-')) };
  }
  const statements = facts.statements.filter(statement => !isSetup(statement, source));
  if (
    facts.statements.length === 0 ||
    facts.opaque.length > 0 ||
    statements.some(({ kind }) => kind === 'code')
  ) {
    return undefined;
  }
  return sourceReason(statements, tags.includes('parameters'));
}

function isSetup({ startLine, endLine }: StatementFacts, source: string): boolean {
  return startLine === endLine && SETUP.test(source.split('\n')[startLine - 1] ?? '');
}

function sourceReason(statements: readonly StatementFacts[], isParameters: boolean): Reason {
  const binds = (...kinds: StatementFacts['kind'][]): string[] =>
    statements
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ uses }) => uses.filter(({ kind }) => kind === 'bind').map(({ name }) => name));
  const constants = binds('literal');
  const definitions = binds('function', 'class');
  if (isParameters && constants.length > 0) {
    return { code: 'parameters', names: constants };
  }
  if (definitions.length > 0) {
    return { code: 'definitions', names: definitions };
  }
  return constants.length > 0
    ? { code: 'constants', names: constants }
    : { code: statements.some(({ kind }) => kind === 'import') ? 'imports' : 'settings' };
}

const WORK: ReadonlySet<Stage> = new Set(['load', 'train', 'evaluate', 'save']);

/** Nobody reads what it makes, and it neither loads, trains, evaluates nor writes. */
function onlyShows({ cell: { facts }, stages }: CellWork): boolean {
  return (
    facts.opaque.length === 0 &&
    !stages.some(({ stage }) => WORK.has(stage)) &&
    !facts.statements.some(({ files }) => files.length > 0) &&
    !isShell(facts.magics)
  );
}

const isShell = (magics: boolean) => magics;

const SHOWS = new Set(
  'print display show view plot hist boxplot scatter info summary read readline close'.split(' ')
);
const HARMLESS = new Set(
  'len range list dict set tuple sorted zip enumerate map filter sum min max abs round int float str bool'.split(
    ' '
  )
);

/** Its statements only bind names, by calls that are known to change and show nothing else. */
function isIdle({ cell, stages }: CellWork): boolean {
  const { facts } = cell;
  const isQuiet = (call: string): boolean => {
    const name = call.split('.').at(-1) ?? '';
    return HARMLESS.has(call) || ((PURE.has(name) || ALWAYS_UPDATES.has(name)) && !SHOWS.has(name));
  };
  return (
    facts.opaque.length === 0 &&
    !facts.magics &&
    stages.length === 0 &&
    facts.statements.every(
      ({ uses, files, kind }) =>
        files.length === 0 &&
        (kind !== 'code' || uses.some(use => use.kind === 'bind' || use.kind === 'update'))
    ) &&
    callsIn(cell.factsSource).every(isQuiet)
  );
}

/** Calls in the body of each function of the notebook, by its name. */
function functionBodies(cells: readonly AnalyzedCell[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { facts, factsSource } of cells) {
    for (const statement of facts.statements) {
      statement.functions
        .filter(({ kind }) => kind === 'function')
        .forEach(({ name }) => found.set(name, callsIn(linesOf(factsSource, statement))));
    }
  }
  return found;
}

/** What a cell calls, the bodies of called functions of the notebook included; not what it only defines. */
function callsOf({ facts, factsSource }: AnalyzedCell, bodies: ReadonlyMap<string, string[]>): string[] {
  const seen = new Set<string>();
  const expand = (call: string): string[] => {
    const body = seen.has(call) ? undefined : bodies.get(call);
    seen.add(call);
    return body ? body.flatMap(expand) : [call];
  };
  return facts.statements
    .filter(({ kind }) => kind !== 'function' && kind !== 'class')
    .flatMap(statement => callsIn(linesOf(factsSource, statement)))
    .flatMap(expand);
}

const linesOf = (source: string, { startLine, endLine }: StatementFacts): string =>
  source
    .split('\n')
    .slice(startLine - 1, endLine)
    .join('\n');
