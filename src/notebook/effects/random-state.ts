import { RANDOM_NUMPY, RANDOM_PYTHON } from '../names';
import type { Call } from '../python/ast';
import { dottedName } from '../python/walk';

/** What a call does to the state of a generator that the whole process shares. */
export interface RandomUse {
  /** The hidden name that stands for the state. */
  name: string;
  /** The first name of what is called: the module, unless the code gives it another meaning. */
  root: string;
  how: 'seed' | 'draw';
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Functions of `random` (Python's library reference) that draw. */
const PYTHON_DRAWS = words(`
  random uniform triangular betavariate binomialvariate expovariate gammavariate gauss lognormvariate
  normalvariate vonmisesvariate paretovariate weibullvariate randint randrange getrandbits randbytes
  choice choices sample shuffle
`);

/** What `numpy.random` holds besides functions that draw from the state of the module (NumPy's reference). */
const NUMPY_OTHERS = words(`
  default_rng Generator RandomState SeedSequence BitGenerator MT19937 PCG64 PCG64DXSM Philox SFC64
  get_state get_bit_generator bit_generator mtrand
`);

/** Functions of scikit-learn that draw from NumPy's state unless they are given a `random_state`. */
const SKLEARN_DRAWS = words(`
  train_test_split resample permutation_importance
  make_blobs make_circles make_classification make_friedman1 make_friedman2 make_friedman3
  make_gaussian_quantiles make_hastie_10_2 make_moons make_regression make_s_curve make_swiss_roll
`);

/** Estimators of scikit-learn that do so when they are fitted. */
const RANDOM_ESTIMATORS = words(`
  RandomForestClassifier RandomForestRegressor ExtraTreesClassifier ExtraTreesRegressor
  GradientBoostingClassifier GradientBoostingRegressor DecisionTreeClassifier DecisionTreeRegressor
  BaggingClassifier BaggingRegressor AdaBoostClassifier AdaBoostRegressor IsolationForest
  MLPClassifier MLPRegressor SGDClassifier SGDRegressor Perceptron KMeans MiniBatchKMeans BisectingKMeans
  GaussianMixture BayesianGaussianMixture TruncatedSVD NMF FastICA TSNE LatentDirichletAllocation
  RandomizedSearchCV BernoulliRBM QuantileTransformer
`);

/** What a call does to the generators of NumPy and of Python; null for what seeds none and draws from none. */
export function randomUse(call: Call): RandomUse | null {
  const parts = dottedName(call.func)?.split('.') ?? [];
  const root = parts[0];
  const last = parts.at(-1) ?? (call.func.kind === 'Attribute' ? call.func.attr : '');
  if (parts.length === 3 && /^(np|numpy)\.random$/.test(parts.slice(0, 2).join('.'))) {
    return NUMPY_OTHERS.has(last) ? null : { name: RANDOM_NUMPY, root, how: sets(last) ? 'seed' : 'draw' };
  }
  if (parts.length === 2 && root === 'random' && (sets(last) || PYTHON_DRAWS.has(last))) {
    return { name: RANDOM_PYTHON, root, how: sets(last) ? 'seed' : 'draw' };
  }
  const samples = SKLEARN_DRAWS.has(last) || (call.func.kind === 'Attribute' && last === 'sample');
  return samples && !hasRandomState(call) ? { name: RANDOM_NUMPY, root: root ?? '', how: 'draw' } : null;
}

/** Whether a call makes an estimator, perhaps within others, that draws from NumPy's state when it is fitted. */
export function drawsLater(call: Call): boolean {
  const last = dottedName(call.func)?.split('.').at(-1) ?? '';
  return (
    (RANDOM_ESTIMATORS.has(last) && !hasRandomState(call)) ||
    [...call.args, ...call.keywords.map(({ value }) => value)].some(
      argument => argument.kind === 'Call' && drawsLater(argument)
    )
  );
}

const sets = (name: string): boolean => name === 'seed' || name === 'set_state' || name === 'setstate';

const hasRandomState = ({ keywords }: Call): boolean =>
  keywords.some(({ arg }) => arg === 'random_state' || arg === null);
