import type { MakerRow, ValueFacts } from './value';
import { words } from '../words';

const FRAME: ValueFacts = { type: 'pandas.DataFrame', format: 'parquet', portType: 'Dataset' };
const SERIES: ValueFacts = { type: 'pandas.Series', format: 'parquet', portType: 'Dataset' };
const POLARS: ValueFacts = { type: 'polars.DataFrame', format: 'table', portType: 'Dataset' };
const ARROW: ValueFacts = { type: 'pyarrow.Table', format: 'table', portType: 'Dataset' };
const ARRAY: ValueFacts = { type: 'numpy.ndarray', format: 'npy', portType: 'Dataset' };
const SPARSE: ValueFacts = { type: 'scipy.sparse.csr_matrix', format: 'sparse', portType: 'Dataset' };

/** Methods named once for their class. */
const of = (type: string, methods: string): string =>
  [...words(methods)].map(method => `${type}.${method}`).join(' ');

/** Tables and arrays: pandas, Polars, Arrow, NumPy, SciPy. */
export const TABLES: readonly MakerRow[] = [
  [
    FRAME,
    `pandas.DataFrame pandas.read_csv pandas.read_table pandas.read_parquet pandas.read_json pandas.read_feather
     pandas.read_pickle pandas.read_sql pandas.read_sql_query pandas.read_sql_table pandas.read_orc
     pandas.read_fwf pandas.read_stata pandas.read_sas pandas.read_spss pandas.read_xml pandas.read_clipboard
     pandas.read_hdf pandas.read_gbq pandas.read_excel pandas.concat pandas.merge pandas.pivot_table pandas.pivot
     pandas.melt pandas.crosstab pandas.get_dummies pandas.json_normalize pandas.merge_asof
     pandas.DataFrame.from_dict pandas.DataFrame.from_records seaborn.load_dataset
     pyarrow.Table.to_pandas polars.DataFrame.to_pandas`
  ],
  [
    FRAME,
    of(
      'pandas.DataFrame',
      `head tail sample copy dropna fillna drop drop_duplicates rename reset_index set_index sort_values sort_index
       merge join assign query astype round clip abs describe corr cov pivot pivot_table melt stack unstack
       replace where mask reindex nlargest nsmallest filter select_dtypes isna isnull notna notnull
       applymap map transpose explode interpolate ffill bfill shift diff cumsum pct_change rank add_prefix
       add_suffix convert_dtypes infer_objects tz_localize tz_convert resample_sum truncate combine_first`
    )
  ],
  [SERIES, 'pandas.Series pandas.cut pandas.qcut pandas.to_numeric'],
  [
    SERIES,
    of(
      'pandas.DataFrame',
      'sum mean median std var min max count nunique idxmin idxmax quantile value_counts duplicated memory_usage pop'
    )
  ],
  [
    SERIES,
    of(
      'pandas.Series',
      `head tail sample copy dropna fillna drop drop_duplicates rename reindex sort_values sort_index map astype round
       clip abs replace where mask isna isnull notna notnull value_counts shift diff cumsum pct_change rank between
       isin nlargest nsmallest ffill bfill interpolate`
    )
  ],
  [
    POLARS,
    `polars.DataFrame polars.read_csv polars.read_parquet polars.read_json polars.read_ipc polars.read_excel
     polars.read_database polars.concat polars.from_pandas polars.from_dicts polars.LazyFrame.collect`
  ],
  [
    POLARS,
    of(
      'polars.DataFrame',
      `head tail sample clone drop drop_nulls fill_null rename sort join filter select with_columns unique pivot melt
       unpivot describe cast`
    )
  ],
  [
    ARROW,
    'pyarrow.table pyarrow.Table.from_pandas pyarrow.parquet.read_table pyarrow.csv.read_csv pyarrow.concat_tables'
  ],
  [
    ARRAY,
    `numpy.array numpy.asarray numpy.zeros numpy.ones numpy.full numpy.empty numpy.zeros_like numpy.ones_like
     numpy.full_like numpy.empty_like numpy.arange numpy.linspace numpy.logspace numpy.geomspace numpy.eye
     numpy.identity numpy.diag numpy.fromfile numpy.loadtxt numpy.genfromtxt numpy.frombuffer numpy.concatenate
     numpy.stack numpy.vstack numpy.hstack numpy.dstack numpy.column_stack numpy.tile numpy.repeat numpy.reshape
     numpy.transpose numpy.dot numpy.matmul numpy.where numpy.clip numpy.exp numpy.log numpy.sqrt numpy.abs
     numpy.sin numpy.cos numpy.sort numpy.argsort numpy.unique numpy.cumsum numpy.diff numpy.round numpy.linalg.inv
     numpy.linalg.solve numpy.random.rand numpy.random.randn numpy.random.normal numpy.random.uniform
     numpy.random.randint numpy.random.random numpy.random.permutation numpy.random.Generator.normal
     numpy.random.Generator.uniform numpy.random.Generator.integers numpy.random.Generator.random
     numpy.random.Generator.permutation numpy.random.Generator.standard_normal
     pandas.DataFrame.to_numpy pandas.Series.to_numpy torch.Tensor.numpy PIL.Image.Image.getdata
     cv2.imread cv2.cvtColor cv2.resize imageio.imread imageio.v2.imread imageio.v3.imread skimage.io.imread
     matplotlib.pyplot.imread sklearn.metrics.confusion_matrix`
  ],
  [
    ARRAY,
    of(
      'numpy.ndarray',
      'copy reshape ravel flatten transpose astype squeeze clip round dot cumsum swapaxes repeat argsort'
    )
  ],
  [
    SPARSE,
    `scipy.sparse.csr_matrix scipy.sparse.csc_matrix scipy.sparse.coo_matrix scipy.sparse.lil_matrix
     scipy.sparse.csr_array scipy.sparse.hstack scipy.sparse.vstack scipy.sparse.random scipy.sparse.eye`
  ],
  [{ type: 'numpy.random.Generator', format: 'pickle' }, 'numpy.random.default_rng numpy.random.Generator'],
  [
    { type: 'numpy.random.RandomState', format: 'pickle' },
    'numpy.random.RandomState sklearn.utils.check_random_state'
  ],
  [{ type: 'torch.Generator', format: 'pickle' }, 'torch.Generator torch.Generator.manual_seed'],
  [{ type: 'pandas.DatetimeIndex', format: 'pickle' }, 'pandas.date_range pandas.DatetimeIndex'],
  [{ type: 'pandas.Index', format: 'pickle' }, 'pandas.Index'],
  [{ type: 'pandas.Timestamp', format: 'pickle' }, 'pandas.Timestamp pandas.Timestamp.now'],
  [{ type: 'pandas.core.groupby.generic.DataFrameGroupBy', format: 'pickle' }, 'pandas.DataFrame.groupby'],
  [
    { type: 'polars.LazyFrame', format: 'pickle' },
    'polars.scan_csv polars.scan_parquet polars.DataFrame.lazy'
  ]
];
