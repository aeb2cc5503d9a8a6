import type { AnalyzedCell, CellFacts } from '../facts';

/**
 * Top-level modules that cells of a notebook write as files beside it, as `%%writefile helper.py` does: they come with
 * the step that writes them, and in no package.
 */
export function ownModules(cells: readonly Pick<AnalyzedCell, 'facts'>[]): ReadonlySet<string> {
  return new Set(cells.flatMap(({ facts }) => writtenBy(facts)));
}

const known = new WeakMap<CellFacts, readonly string[]>();

/** The same for the same facts, found once. */
function writtenBy(facts: CellFacts): readonly string[] {
  let modules = known.get(facts);
  if (!modules) {
    modules = facts.statements
      .flatMap(({ files, functions }) => [...files, ...functions.flatMap(each => each.files)])
      .flatMap(({ path, mode }) => (mode === 'write' ? (MODULE.exec(path)?.[1] ?? []) : []));
    known.set(facts, modules);
  }
  return modules;
}

/** `helper.py`, or a file of a package, `pkg/part.py`. */
const MODULE = /^([^\W\d]\w*)(?:\/\w+)*\.py$/;
