import { valueOf } from '../values/value-of';
import { GENERATOR_DRAWS, GENERATOR_KEYWORDS } from './random-table';
import { PURE } from './table';
import { words } from '../words';

/** Types whose objects nothing changes, nor what they contain. */
const FIXED = words(`
  str int float bool complex bytes range NoneType function
  datetime.datetime datetime.date datetime.timedelta decimal.Decimal fractions.Fraction uuid.UUID pathlib.Path re.Pattern
  pandas.Index pandas.DatetimeIndex pandas.Timestamp polars.LazyFrame pyarrow.Table torch.device
`);

/**
 * Types of which the lists of methods that change their receiver are complete: what is in none of them, called for
 * nothing, changes nothing. Sources: Python's data model and the manuals of pandas, Polars, Arrow and NumPy.
 */
const STEADY = new Set([
  ...FIXED,
  ...words(`
    tuple frozenset slice pandas.DataFrame pandas.Series pandas.core.groupby.generic.DataFrameGroupBy
    polars.DataFrame numpy.ndarray scipy.sparse.csr_matrix torch.Tensor
  `)
]);

/** Types that `+=` changes, besides containers. */
const ADDED_TO = words('pandas.DataFrame pandas.Series numpy.ndarray torch.Tensor');

/** Generators of random numbers, which every draw changes. */
const GENERATORS = words('numpy.random.Generator numpy.random.RandomState random.Random torch.Generator');

/** Types that nearly every method changes: what is drawn on, and what is drawn from. */
const DRAWN = new Set([
  ...words('matplotlib.figure.Figure matplotlib.axes._axes.Axes plotly.graph_objs._figure.Figure'),
  ...GENERATORS
]);

const KEEPS_DRAWING = /^(get_|is_|has_|to_|write_|show$|savefig$|print_|contains|getstate$|initial_seed$)/;

/** Whether a value, by what made it, is changed by no method but those that are known to. */
export function isSteady(made: string | undefined): boolean {
  return STEADY.has(typeOf(made));
}

/** Whether nothing changes a value, by what made it. */
export function isFixed(made: string | undefined): boolean {
  return FIXED.has(typeOf(made));
}

/** Whether `+=` in a function changes the object of a value that is no container, by what made it. */
export function isAddedTo(made: string | undefined): boolean {
  return ADDED_TO.has(typeOf(made));
}

/** Whether a value, by what made it, is a generator of random numbers. */
export function isGenerator(made: string | undefined): boolean {
  return GENERATORS.has(typeOf(made));
}

/** Whether slices of a value, by what made it, share its memory (NumPy's and PyTorch's manuals). */
export function isViewed(made: string | undefined): boolean {
  return /^(numpy\.ndarray|torch\.Tensor)$/.test(typeOf(made));
}

/** Whether a value, by what made it, is a model: its layers and its steps are what it computes by. */
export function isModel(made: string | undefined): boolean {
  return made !== undefined && valueOf(made)?.portType === 'Model';
}

/**
 * What being an argument of a function, or the receiver of a method, does to a value by what made it alone: a drawing is
 * drawn on, a generator drawn from. What has no known type may be a generator if its method is called as one of theirs.
 */
export function effectByType(
  made: string | undefined,
  callee: string,
  parameter: number | string
): 'update' | 'maybeUpdate' | null {
  const type = typeOf(made);
  const method = callee.startsWith('.') ? callee.slice(1) : null;
  if (method === '__iadd__') {
    return isViewed(made) ? 'maybeUpdate' : null;
  }
  if (method !== null && parameter === 0) {
    if (DRAWN.has(type)) {
      return KEEPS_DRAWING.test(method) ? null : 'update';
    }
    return type === '' && GENERATOR_DRAWS.has(method) ? 'maybeUpdate' : null;
  }
  if (!GENERATORS.has(type) || PURE.has(method ?? callee)) {
    return null;
  }
  return typeof parameter === 'string' && GENERATOR_KEYWORDS.has(parameter) ? 'update' : 'maybeUpdate';
}

function typeOf(made: string | undefined): string {
  return (made !== undefined && valueOf(made)?.type) || '';
}
