import type { CellFacts } from '../facts';
import { valueOf } from '../values/value-of';
import { importedName } from './imported';
import { methodOf } from './inherited';
import type { LookUp, Version } from './version';

/**
 * What made a value, with what other cells say of the names in it: `pd.read_csv` as `pandas.read_csv`, `df.dropna` as
 * `pandas.DataFrame.dropna`. Undefined when it is a method of a value of no known type.
 * @param made as of `NameUse.made` in a cell
 * @param lookUp the version of a name where the value is made
 */
export function resolveMaker(
  made: string,
  cells: readonly { facts: CellFacts }[],
  cell: number,
  lookUp: LookUp
): string | undefined {
  const [root, ...rest] = made.split('.');
  if (root.endsWith('()')) {
    return builtBy(lookUp(root.slice(0, -2)), rest) ?? made;
  }
  const version = made.includes(':') || importsRoot(cells[cell].facts, root) ? null : lookUp(root);
  if (!version) {
    return made;
  }
  if (version.kind === 'import') {
    return importedName(made, version, cells);
  }
  if (version.functions?.yields && rest.length === 0) {
    return 'generator';
  }
  if (version.functions?.givesLogger && rest.length === 0) {
    return 'logging.getLogger';
  }
  if (version.functions || version.kind === 'function' || version.kind === 'class') {
    // a function of the notebook that is called like one of Python is not that one
    return valueOf(made) ? undefined : made;
  }
  const type = version.made === undefined ? undefined : valueOf(version.made)?.type;
  return type === undefined || rest.length === 0 ? undefined : [type, ...rest].join('.');
}

/** `Board().add(1).add(2)` is made by the class, where these methods give what they are called on. */
function builtBy(owner: Version | null, chain: readonly string[]): string | undefined {
  const givesItself = (name: string): boolean => {
    const method = owner && methodOf(owner, name.replace('()', ''));
    const [self] = method?.parameters ?? [];
    return (method?.gives ?? []).some(
      ({ name, parameter, down, up, item }) =>
        parameter && name === self && down === 0 && up === 0 && item === undefined
    );
  };
  return owner?.kind === 'class' && chain.every(givesItself) ? owner.name : undefined;
}

/** The cell imports the root itself, so its names are resolved already. */
function importsRoot({ imports }: CellFacts, root: string): boolean {
  return imports.some(
    ({ names, origins = {} }) =>
      names.includes(root) || Object.values(origins).some(origin => origin.split('.')[0] === root)
  );
}
