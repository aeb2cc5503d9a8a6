import type { StepNeed } from '../step-facts';
import { isGiven, isHiddenState } from '../names';
import { valueOf } from '../values/value-of';
import { importOf } from './imported';
import type { ResolvedUse } from './version';
import { isHoisted } from './version';
import type { Trace } from './trace';

/** A statement of a cell, by the places of both. */
export interface StatementPlace {
  cell: number;
  statement: number;
}

/** Modules whose settings touch every step, and that every image has. */
const EVERYWHERE = new Set(['warnings', 'os', 'random', 'logging', 'sys', 'locale']);

/** Libraries that compute with another one's global state: a seed set there matters here. */
const RESTS_ON: Readonly<Record<string, string>> = {
  pandas: 'numpy',
  sklearn: 'numpy',
  scipy: 'numpy',
  seaborn: 'matplotlib',
  imblearn: 'numpy',
  statsmodels: 'numpy'
};

/**
 * Configuration statements of other cells, before the step's last cell, that bear on the modules the step
 * uses: each step starts with a fresh process, which knows nothing of `np.random.seed(0)` three cells up.
 * @param places those of all configuration statements
 * @param needs values that the step is given
 */
export function configStatements(
  trace: Trace,
  places: readonly StatementPlace[],
  usesOf: ReadonlyMap<string, ResolvedUse[]>,
  own: ReadonlySet<number>,
  prelude: ReadonlyMap<string, StatementPlace>,
  needs: Iterable<Pick<StepNeed, 'made'>>
): StatementPlace[] {
  const last = Math.max(-1, ...own);
  const modules = usedModules(trace, own, prelude);
  for (const { made } of needs) {
    givenModules(trace, own, made).forEach(root => modules.add(root));
  }
  return places.filter(
    ({ cell, statement }) =>
      cell < last &&
      !own.has(cell) &&
      bearsOn(trace, { cell, statement }, usesOf.get(`${cell} ${statement}`) ?? [], modules) &&
      !seedsWhatIsInUse(trace, { cell, statement }, own)
  );
}

/**
 * A seed sets the start of a stream of numbers: where the step has drawn from that stream in an earlier cell, a copy in
 * front of all its cells would change what they draw.
 */
function seedsWhatIsInUse(
  trace: Trace,
  { cell, statement }: StatementPlace,
  own: ReadonlySet<number>
): boolean {
  const { uses } = trace.cells[cell].facts.statements[statement];
  const seeded = [...trace.ends[cell].keys()].filter(isHiddenState);
  return (
    seeded.length > 0 &&
    uses.some(({ kind, called }) => kind === 'bind' || called) &&
    [...own].some(earlier => earlier < cell && seeded.some(name => trace.ends[earlier].has(name)))
  );
}

/** Modules of a value that is given to a step, which shows and computes by their settings without importing them. */
function givenModules(trace: Trace, own: ReadonlySet<number>, made: string | undefined): string[] {
  const type = made === undefined ? undefined : (valueOf(made)?.type ?? made);
  const root = type?.split('.')[0];
  if (root === undefined || root === type) {
    return [];
  }
  const draws = [...own].some(cell =>
    trace.cells[cell].facts.statements.some(({ uses }) =>
      uses.some(({ passedTo }) => passedTo !== undefined && DRAWING.has(passedTo.callee))
    )
  );
  return [root, RESTS_ON[root] ?? root, ...(root === 'pandas' && draws ? ['matplotlib'] : [])];
}

/** Methods by which tables draw themselves. */
const DRAWING: ReadonlySet<string> = new Set(['.plot', '.hist', '.boxplot']);

/** Every configuration statement of a notebook, in its order. */
export function configPlaces({ cells }: Trace): StatementPlace[] {
  return cells.flatMap(({ facts }, cell) =>
    facts.statements.flatMap(({ kind }, statement) => (kind === 'config' ? [{ cell, statement }] : []))
  );
}

/** All it reads can be copied, and the module it configures is in use. */
function bearsOn(
  trace: Trace,
  { cell, statement }: StatementPlace,
  uses: ResolvedUse[],
  modules: ReadonlySet<string>
): boolean {
  if (trace.cells[cell].facts.statements[statement].setting !== undefined) {
    return true;
  }
  const configured = uses
    .filter(use => use.version?.kind === 'import')
    .map(use => moduleRoot(trace, use.version!.cell, use.name));
  const logs = uses.some(({ version }) => version?.made?.startsWith('logging.')) && modules.has('logging');
  return (
    uses.every(use => (use.version ? isHoisted(use.version) : isGiven(use.name))) &&
    (logs || configured.some(root => EVERYWHERE.has(root) || modules.has(root)))
  );
}

function usedModules(
  trace: Trace,
  own: ReadonlySet<number>,
  prelude: ReadonlyMap<string, StatementPlace>
): Set<string> {
  const modules = new Set<string>();
  const add = (cell: number, line?: [number, number]): void => {
    for (const { module, line: at } of trace.cells[cell].facts.imports) {
      if (!line || (at >= line[0] && at <= line[1])) {
        const root = module.split('.')[0];
        modules.add(root);
        modules.add(RESTS_ON[root] ?? root);
      }
    }
  };
  own.forEach(cell => add(cell));
  for (const { cell, statement } of prelude.values()) {
    const { startLine, endLine } = trace.cells[cell].facts.statements[statement];
    add(cell, [startLine, endLine]);
  }
  return modules;
}

function moduleRoot(trace: Trace, cell: number, name: string): string {
  return importOf(name, trace.cells[cell].facts)?.module.split('.')[0] ?? name;
}
