import { RANDOM_NUMPY, RANDOM_PYTHON, RANDOM_TORCH } from '../names';
import type { Call, Expr, Keyword } from '../python/ast';
import { dottedName, lastName } from '../python/walk';
import {
  DRAWING_METHODS,
  FITTING,
  NUMPY_OTHERS,
  PYTHON_DRAWS,
  RANDOM_ESTIMATORS,
  RANDOM_SPLITS,
  SHUFFLED_SPLITS,
  SKLEARN_DRAWS,
  TENSOR_DRAWS,
  TORCH_DRAWS
} from './random-table';

/** What a call does to the state of a generator that the whole process shares. */
export interface RandomUse {
  /** The hidden name that stands for the state. */
  name: string;
  how: 'seed' | 'draw';
}

/**
 * What a call does to the generators of NumPy and of Python; null for what seeds none and draws from none.
 * @param bare the call is a statement, its value is dropped
 */
export function randomUse(call: Call, bare: boolean): (RandomUse & { root: string }) | null {
  const { func } = call;
  const tensor = ofTensor(call);
  if (tensor) {
    return { ...tensor, root: '' };
  }
  const module = ofModule(func);
  if (!module && !drawsByLibrary(call, bare)) {
    return null;
  }
  // the first name of what is called: the module, unless the code gives it another meaning; a table may have any name
  const isMethod = func.kind === 'Attribute' && DRAWING_METHODS.has(func.attr);
  const root = !module && isMethod ? '' : (dottedName(func)?.split('.')[0] ?? '');
  return { ...(module ?? { name: RANDOM_NUMPY, how: 'draw' }), root };
}

/** `np.random.rand`, `random.seed`. */
function ofModule(func: Expr): RandomUse | null {
  const dotted = func.kind === 'Attribute' && lastName(func.value) === 'random' ? dottedName(func) : null;
  return dotted === null ? null : randomByName(dotted.replace(/^np\./, 'numpy.'));
}

/** What a function of a module does to the generator of that module: `numpy.random.rand`, `random.seed`. */
export function randomByName(dotted: string): RandomUse | null {
  const dot = dotted.lastIndexOf('.');
  const last = dotted.slice(dot + 1);
  switch (dotted.slice(0, Math.max(dot, 0))) {
    case 'numpy.random':
      return NUMPY_OTHERS.has(last) ? null : { name: RANDOM_NUMPY, how: sets(last) ? 'seed' : 'draw' };
    case 'random':
      return sets(last) || PYTHON_DRAWS.has(last)
        ? { name: RANDOM_PYTHON, how: sets(last) ? 'seed' : 'draw' }
        : null;
    default:
      return torchByName(dotted.slice(0, Math.max(dot, 0)), last);
  }
}

function torchByName(module: string, last: string): RandomUse | null {
  const seeds = module === 'torch' && /^(manual_seed|seed|set_rng_state)$/.test(last);
  const draws = TORCH_DRAWS.get(module)?.has(last) === true;
  return seeds || draws ? { name: RANDOM_TORCH, how: seeds ? 'seed' : 'draw' } : null;
}

/** `w.normal_()`. */
function ofTensor({ func, keywords }: Call): RandomUse | null {
  const draws = func.kind === 'Attribute' && TENSOR_DRAWS.has(func.attr) && !keywords.some(givesGenerator);
  return draws ? { name: RANDOM_TORCH, how: 'draw' } : null;
}

/** Whether a call is given a generator of PyTorch to draw from. */
export const givesGenerator = ({ arg, value }: Keyword): boolean =>
  arg === 'generator' && !(value.kind === 'Constant' && value.text === 'None');

/** Libraries draw from NumPy's state where they are given none. */
function drawsByLibrary(call: Call, bare: boolean): boolean {
  const { func, args } = call;
  const last = lastName(func) ?? '';
  if (last === 'shuffle') {
    const ofSklearn = !bare && /^((sklearn\.)?utils\.)?shuffle$/.test(dottedName(func) ?? '');
    return ofSklearn && !hasRandomState(call);
  }
  const receiver = func.kind === 'Attribute' ? func.value : null;
  if (FITTING.has(last)) {
    return args.length === 0 || args[0].kind !== 'Call' || drawsLater(args[0]);
  }
  if (receiver?.kind === 'Call' && /^(fit|fit_\w+|split)$/.test(last) && drawsLater(receiver)) {
    return true;
  }
  const draws = SKLEARN_DRAWS.has(last) || (receiver !== null && DRAWING_METHODS.has(last));
  return draws && !hasRandomState(call);
}

/**
 * Whether an expression makes an estimator, perhaps within others, that draws from NumPy's state when it is fitted, or
 * what splits data by drawing from there.
 */
export function drawsLater(made: Expr): boolean {
  if (made.kind === 'Tuple' || made.kind === 'List') {
    return made.elts.some(drawsLater);
  }
  if (made.kind !== 'Call') {
    return false;
  }
  const last = lastName(made.func) ?? '';
  const own =
    RANDOM_ESTIMATORS.has(last) || RANDOM_SPLITS.has(last) || (SHUFFLED_SPLITS.has(last) && shuffles(made));
  return (
    (own && !hasRandomState(made)) ||
    made.args.some(drawsLater) ||
    made.keywords.some(({ value }) => drawsLater(value)) ||
    // what `fit` gives is the estimator
    (made.func.kind === 'Attribute' && /^(fit|set_params)$/.test(last) && drawsLater(made.func.value))
  );
}

const sets = (name: string): boolean => name === 'seed' || name === 'set_state' || name === 'setstate';

const shuffles = ({ keywords }: Call): boolean =>
  keywords.some(({ arg, value }) => arg === 'shuffle' && value.kind === 'Constant' && value.text === 'True');

const hasRandomState = ({ keywords }: Call): boolean =>
  keywords.some(({ arg }) => arg === 'random_state' || arg === null);
