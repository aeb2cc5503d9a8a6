import { DISTRIBUTIONS } from '../requirements/distributions';
import { isStandard } from '../requirements/standard-library';
import type { Trace } from './traced';
import type { Version } from './version';
import { words } from '../words';

const MATH = words(`
  e pi inf nan tau ceil comb cos degrees dist exp fabs factorial floor fmod gcd hypot lcm log log10 log2 perm pow prod
  radians sin sqrt sumprod tan trunc
`);

/** What modules define that notebooks define too, for those that are imported by star most often. */
const DEFINED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['math', MATH],
  ['cmath', MATH],
  ...['numpy', 'pylab', 'matplotlib.pylab'].map((name): [string, ReadonlySet<string>] => [
    name,
    new Set([
      ...MATH,
      ...words('abs all any clip diff dot mean median norm random rand round std sum trace var where')
    ])
  ]),
  ['sympy', words('C E I N O Q S pi oo x y z diff plot solve symbols')],
  ['random', words('choice choices random sample seed shuffle uniform')],
  ['time', words('sleep time')],
  ['os', words('name path')]
]);

/** Roots of other libraries, whose modules define classes and functions with names of their own. */
const LIBRARIES = words(`
  altair bokeh cv2 dash datasets fastai fastbook fastcore fastprogress gensim ipywidgets jax keras lightgbm matplotlib
  nltk pandas peft plotly polars pyspark pytorch_lightning scipy seaborn sklearn spacy statsmodels tensorflow
  tensorflow_addons timm torch torchtext torchvision transformers xgboost
`);

/**
 * Whether a star import in a cell of a step brings a name that a later cell, which is not of the step, gives another
 * meaning. What is copied runs before the cells of the step, so that the import would be the last to say what it is.
 */
export function isOverridden(trace: Trace, own: ReadonlySet<number>, { name, cell, kind }: Version): boolean {
  return [...own].some(
    earlier =>
      earlier < cell &&
      trace.cells[earlier].facts.imports.some(
        ({ module, names }) => names[0] === '*' && mayDefine(module, name, kind === 'import')
      )
  );
}

/** What a star import does to a name that stands for something already; null where it most likely does nothing. */
export function starBinds(module: string, { name, kind }: Version): 'bind' | 'mayBind' | null {
  if (DEFINED.get(module)?.has(name)) {
    return 'bind';
  }
  return (kind === 'function' || kind === 'class') && mayDefine(module, name, false) ? 'mayBind' : null;
}

function mayDefine(module: string, name: string, imported: boolean): boolean {
  const defined = DEFINED.get(module);
  const root = module.split('.')[0];
  return defined
    ? defined.has(name)
    : !imported && !LIBRARIES.has(root) && !DISTRIBUTIONS.has(root) && !isStandard(root);
}
