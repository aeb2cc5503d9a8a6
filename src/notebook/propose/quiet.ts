import { isFixed } from '../effects/by-type';
import type { AnalyzedCell } from '../facts';
import type { Trace } from '../links/traced';
import type { ResolvedUse } from '../links/version';
import { isHiddenState } from '../names';
import { valueOf } from '../values/value-of';
import { callsAtMost } from './calls';
import { words } from '../words';

/** Calls that only give a value: they show, write and change nothing, and call nothing that they are given. */
const FUNCTIONS = words(`
  len range list dict set tuple frozenset sum abs round int float str bool complex enumerate zip reversed type divmod
  pow ord chr isinstance np.log numpy.log math.log os.path.join os.getcwd os.path.basename os.path.dirname Path pathlib.Path
`);
const METHODS = words(`
  head tail copy keys values items mean median std var min max sum abs round quantile corr cov nunique unique
  value_counts isna isnull notna notnull duplicated groupby merge astype reshape ravel flatten tolist to_numpy to_list
  to_dict to_frame fillna dropna drop rename reset_index set_index sort_values sort_index assign
  select_dtypes pivot pivot_table melt stack unstack size nlargest nsmallest idxmin idxmax cumsum cumprod diff shift
  pct_change rank prod skew kurt sem isin between drop_duplicates argmin argmax argsort transpose
  log1p log2 log10 exp expm1 sqrt
  describe sample memory_usage mode query where mask clip explode get_group cumcount ngroup
  rolling expanding ewm resample interpolate ffill bfill agg aggregate applymap crosstab cut qcut get_dummies
  join split strip lower upper replace startswith endswith format count index
  DataFrame Series array zeros ones arange linspace concat concatenate
`);

/** Whether a call by this dotted name only gives a value. */
export const isQuiet = (call: string): boolean =>
  FUNCTIONS.has(call) || (call.includes('.') && METHODS.has(call.split('.').at(-1) ?? ''));

/**
 * Every statement binds names, and calls nothing but what only gives a value. Edges tell who sees it draw from a generator
 * of a module.
 */
export function onlyBinds({ facts, factsSource }: AnalyzedCell): boolean {
  return (
    facts.opaque.length === 0 &&
    !facts.magics &&
    facts.statements.every(
      ({ uses, files, kind }) =>
        files.every(({ module }) => module !== undefined) &&
        (kind !== 'code' ||
          (uses.some(use => use.kind === 'bind') &&
            uses.every(({ kind, name }) => kind === 'bind' || kind === 'read' || isHiddenState(name))))
    ) &&
    callsAtMost(factsSource).every(isQuiet)
  );
}

/** It names a function of the notebook, which what it is handed to may call: `pivot_table(aggfunc=told)`. */
export const handsOver = ({ facts }: AnalyzedCell, bodies: ReadonlyMap<string, unknown>): boolean =>
  facts.statements.some(({ uses }) => uses.some(({ kind, name }) => kind === 'read' && bodies.has(name)));

/**
 * `x += 1` perhaps changes the object, which other names may stand for, unless it is known to be a number or a text;
 * and what reads an iterator or an open file takes from it.
 */
export function changesObjects({ cells, uses }: Trace, place: number): boolean {
  const { statements } = cells[place].facts;
  const adds = ({ statement, name }: ResolvedUse): boolean =>
    statements[statement].uses.some(use => use.name === name && use.augmented);
  return uses.some(
    use =>
      use.cell === place &&
      use.kind !== 'join' &&
      (valueOf(use.version?.made ?? '')?.handle || (!isFixed(use.version?.made) && adds(use)))
  );
}
