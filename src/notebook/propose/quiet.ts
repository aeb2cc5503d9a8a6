import type { AnalyzedCell } from '../facts';
import { callsAtMost } from './calls';
import { words } from '../words';

/** Calls that only give a value: they show, write and change nothing, and call nothing that they are given. */
const FUNCTIONS = words(`
  len range list dict set tuple frozenset sum abs round int float str bool complex enumerate zip reversed type divmod
  pow ord chr isinstance os.path.join os.getcwd os.path.basename os.path.dirname Path pathlib.Path
`);
const METHODS = words(`
  head tail copy keys values items mean median std var min max sum abs round quantile corr cov nunique unique
  value_counts isna isnull notna notnull duplicated groupby merge astype reshape ravel flatten tolist to_numpy to_list
  to_dict to_frame fillna dropna drop rename reset_index set_index sort_values sort_index assign
  join split strip lower upper replace startswith endswith format count index
  DataFrame Series array zeros ones arange linspace concat concatenate
`);

/** Every statement binds names, and calls nothing but what only gives a value. */
export function onlyBinds({ facts, factsSource }: AnalyzedCell): boolean {
  const isQuiet = (call: string): boolean =>
    FUNCTIONS.has(call) || (call.includes('.') && METHODS.has(call.split('.').at(-1) ?? ''));
  return (
    facts.opaque.length === 0 &&
    !facts.magics &&
    facts.statements.every(
      ({ uses, files, kind }) =>
        files.every(({ module }) => module !== undefined) &&
        (kind !== 'code' ||
          (uses.some(use => use.kind === 'bind') &&
            uses.every(use => use.kind === 'bind' || use.kind === 'read')))
    ) &&
    callsAtMost(factsSource).every(isQuiet)
  );
}
