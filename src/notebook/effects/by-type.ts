import { valueOf } from '../values/value-of';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Types of which the lists of methods that change their receiver are complete: what is in none of them, called for
 * nothing, changes nothing. Sources: Python's data model and the manuals of pandas, Polars, Arrow and NumPy.
 */
const STEADY = words(`
  str int float bool complex bytes tuple frozenset range slice NoneType function
  datetime.datetime datetime.date datetime.timedelta decimal.Decimal fractions.Fraction uuid.UUID pathlib.Path re.Pattern
  pandas.DataFrame pandas.Series pandas.Index pandas.DatetimeIndex pandas.Timestamp
  pandas.core.groupby.generic.DataFrameGroupBy
  polars.DataFrame polars.LazyFrame pyarrow.Table numpy.ndarray scipy.sparse.csr_matrix torch.Tensor torch.device
`);

/** Types that nearly every method changes: what is drawn on. */
const DRAWN = words(`
  matplotlib.figure.Figure matplotlib.axes._axes.Axes plotly.graph_objs._figure.Figure
`);

const KEEPS_DRAWING = /^(get_|is_|has_|to_|write_|show$|savefig$|print_|contains)/;

/** Whether a value, by what made it, is changed by no method but those that are known to. */
export function isSteady(made: string | undefined): boolean {
  return STEADY.has(typeOf(made));
}

/** Whether a method changes a value that is drawn on, by what made it. */
export function drawsOn(made: string | undefined, method: string): boolean {
  return DRAWN.has(typeOf(made)) && !KEEPS_DRAWING.test(method);
}

function typeOf(made: string | undefined): string {
  return (made !== undefined && valueOf(made)?.type) || '';
}
