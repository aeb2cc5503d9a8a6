import type { AnalyzedCell, CellFacts } from '../facts';

/**
 * Top-level modules that cells of a notebook write as files, as `%%writefile helper.py` does: they come with the step
 * that writes them, and in no package. Any folder may be put on `sys.path`.
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
      .flatMap(({ path, mode }) => (mode === 'write' ? modulesOf(path) : []));
    known.set(facts, modules);
  }
  return modules;
}

/** `helper` of `lib/helper.py` and of `lib/helper/__init__.py`; `lib`, too, which may be a package. */
function modulesOf(path: string): string[] {
  const parts =
    /^(.*)\.py$/
      .exec(path)?.[1]
      .replace(/\/__init__$/, '')
      .split('/') ?? [];
  return [parts[0], parts.at(-1)].flatMap(part => /^[^\W\d]\w*$/.exec(part ?? '') ?? []);
}
