/**
 * What calls do to the object they are called on or given, as data.
 *
 * Sources: the method lists of Python's data model and standard types, pandas, scikit-learn, Keras and
 * PyTorch manuals. What is in no list is unknown: called for its value it is taken to change nothing,
 * called bare (as a statement) it perhaps changes its receiver.
 */

import { words } from '../words';

/** Methods that change their receiver however they are called. */
export const ALWAYS_UPDATES = words(`
  append extend appendleft extendleft popleft pop popitem setdefault
  intersection_update difference_update symmetric_difference_update
  fit partial_fit fit_transform fit_predict fit_resample set_params fit_generator train_on_batch
  load_state_dict load_weights set_weights zero_grad add_module register_buffer register_parameter
  __setitem__ __delitem__ __setattr__ __delattr__
`);

/** Methods that change their receiver when they are called for nothing else. */
export const BARE_UPDATES = words(`
  insert remove clear sort reverse update discard add rotate move_to_end subtract
  compile build train eval to cuda cpu xpu mps half float double bfloat16 step backward freeze unfreeze
  zero_grad requires_grad_ share_memory add_argument put write writelines writerow writerows seek truncate
  itemset fill resize partition setflags setfield sort_indices sum_duplicates eliminate_zeros
  drop_table register enqueue put_nowait setattr set push
  read_string read_dict load_model adapt fit_one_cycle fine_tune lr_find learn
  savepoint execute executemany executescript commit rollback
`);

/** Beginnings of such methods; names in `PURE` are none of them. */
export const BARE_UPDATE_STARTS = /^(set|add|update|remove|append|clear|load)_/;

/** Methods known to change nothing, so that a bare call of one is a reading. */
export const PURE = words(`
  head tail sample describe info plot hist boxplot scatter show summary print display view
  keys values items copy deepcopy count index sum mean median mode std var min max abs round quantile
  corr cov nunique unique value_counts isna isnull notna notnull duplicated
  groupby merge join pivot pivot_table melt stack unstack apply map applymap agg aggregate transform
  predict predict_proba predict_log_proba decision_function score evaluate inverse_transform
  get_params get_feature_names_out get_weights parameters named_parameters state_dict
  to_csv to_json to_parquet to_excel to_html to_sql to_pickle to_feather to_hdf to_markdown to_string
  to_latex to_dict to_list tolist to_numpy to_records to_frame
  save save_model save_pretrained save_weights savefig dump dumps write_html write_image export
  format join split strip lower upper startswith endswith replace encode decode
  shape size dtype astype reshape ravel flatten transpose dot tobytes item
  read readline readlines close flush
  query filter select where limit collect toPandas printSchema
  wait wait_for_job_status result done get exists is_file is_dir iterdir glob
  isin between nlargest nsmallest idxmax idxmin cumsum diff pct_change rolling resample expanding
  forward call numel dim nelement tobytes tofile view_as expand_as
  drop dropna fillna drop_duplicates rename rename_axis set_index reset_index set_axis set_flags sort_values sort_index
  assign convert_dtypes infer_objects clip mask reindex reindex_like align combine combine_first
  interpolate ffill bfill shift explode droplevel swaplevel reorder_levels add_prefix add_suffix
  sem skew kurt prod cumprod cummax cummin rank pipe xs squeeze equals compare
  iterrows itertuples memory_usage to_clipboard to_stata to_xml to_orc to_period to_timestamp to_gbq
  tz_localize tz_convert between_time at_time first last asfreq asof ewm
  argmax argmin argsort nonzero searchsorted take choose compress conj trace swapaxes
  with_columns with_column select_dtypes
  isalpha isdigit isnumeric islower isupper istitle isspace title capitalize casefold center ljust rjust zfill
  lstrip rstrip rsplit splitlines rpartition find rfind rindex expandtabs translate swapcase
  union intersection difference symmetric_difference issubset issuperset isdisjoint
  fromkeys most_common elements total
  explain toDF createOrReplaceTempView createTempView cache persist unpersist
  named_modules named_buffers named_children modules children buffers
  get_config to_yaml get_layer get_booster get_score get_fscore
  staged_predict kneighbors kneighbors_graph score_samples
  debug warning error exception critical log isEnabledFor
  mkdir touch unlink rmdir chmod write_text write_bytes read_text read_bytes resolve absolute joinpath
  render to_image write_json
`);

/** Functions that change the object given at a position; the name is the last part, or the last two. */
export const UPDATES_ARGUMENT: ReadonlyMap<string, number> = positions(`
  random.shuffle 0 rng.shuffle 0 generator.shuffle 0
  heapq.heappush 0 heapq.heappop 0 heapq.heapify 0 heapq.heapreplace 0 heapq.heappushpop 0
  heappush 0 heappop 0 heapify 0 heapreplace 0 heappushpop 0
  bisect.insort 0 bisect.insort_left 0 bisect.insort_right 0 insort 0 insort_left 0 insort_right 0
  setattr 0 delattr 0 next 0 anext 0
  np.put 0 np.place 0 np.putmask 0 np.copyto 0 np.fill_diagonal 0 np.put_along_axis 0
  numpy.put 0 numpy.place 0 numpy.putmask 0 numpy.copyto 0 numpy.fill_diagonal 0 numpy.put_along_axis 0
  add.at 0 subtract.at 0 multiply.at 0 divide.at 0 maximum.at 0 minimum.at 0 logical_or.at 0 logical_and.at 0
  operator.setitem 0 operator.delitem 0 operator.iadd 0 operator.isub 0 operator.imul 0 operator.ior 0
  list.append 0 list.extend 0 list.insert 0 list.remove 0 list.pop 0 list.sort 0 list.reverse 0 list.clear 0
  dict.update 0 dict.pop 0 dict.setdefault 0 dict.clear 0 set.add 0 set.update 0 set.discard 0 set.remove 0
  object.__setattr__ 0 object.__delattr__ 0
  plt.setp 0 pyplot.setp 0 K.set_value 0 backend.set_value 0
  prune.l1_unstructured 0 prune.random_unstructured 0 prune.remove 0 prune.global_unstructured 0
  parametrize.register_parametrization 0 parametrizations.weight_norm 0 parametrizations.spectral_norm 0
  trainer.fit 0 Trainer.fit 0 nx.set_node_attributes 0 nx.set_edge_attributes 0 nx.add_path 0 nx.add_cycle 0
  networkx.set_node_attributes 0 networkx.set_edge_attributes 0
  ElementTree.SubElement 0 ET.SubElement 0 etree.SubElement 0
`);

/** Methods that tell of, or end, what a function remembers under `lru_cache` and `cache` (manual of `functools`). */
export const CACHE_METHODS = words('.cache_info .cache_clear');

/** Functions of Python that call a function they are given. */
export const CALLS_ARGUMENT = words('map filter sorted min max');

/** Functions and methods that call what they are given first with the items of what they are given next. */
export const CALLS_WITH_ITEMS = words('map filter');

/** Operators that are made to change what stands before or after them: `stream << x`, `first >> second`. */
export const SHIFTS: ReadonlyMap<string, string> = new Map([
  ['<<', '.__lshift__'],
  ['>>', '.__rshift__']
]);

/** Keywords under which any function changes the object it is given: results go there, or are drawn there. */
export const UPDATED_KEYWORDS: ReadonlySet<string> = new Set(['out', 'ax']);

/** What keeps an argument and changes it later: where it takes it, by the last part of its name. */
export const KEEPS_ARGUMENT: ReadonlyMap<string, { position: number; keyword: string }> = new Map([
  ...keepers('im', 0, 'Draw'),
  ...keepers('model', 0, 'Trainer Seq2SeqTrainer SFTTrainer DPOTrainer RewardTrainer GRPOTrainer'),
  ...keepers('model', 1, 'Learner'),
  ...keepers(
    'optimizer',
    0,
    `StepLR MultiStepLR ExponentialLR CosineAnnealingLR CosineAnnealingWarmRestarts ReduceLROnPlateau OneCycleLR
     LambdaLR LinearLR CyclicLR PolynomialLR get_linear_schedule_with_warmup get_cosine_schedule_with_warmup`
  )
]);

/**
 * What keeps the objects in all that it is given, or in what it is given under a keyword, and fits them in place. Others
 * of scikit-learn clone them first: ColumnTransformer, searches, and ensembles such as VotingClassifier.
 */
export const KEEPS_ALL: ReadonlyMap<string, string> = new Map([
  ['Pipeline', 'steps'],
  ['make_pipeline', ''],
  ['FeatureUnion', 'transformer_list'],
  ['make_union', '']
]);

/** What keeps the functions that it is given, besides classes; the name is the last part. */
export const KEEPS_FUNCTIONS = words(`
  dict list tuple set map filter partial partialmethod defaultdict deque cycle chain namedtuple make_pipeline
  make_column_transformer make_scorer singledispatch compose lru_cache cache wraps update insert register add
  vectorize frompyfunc udf interact lambdify
`);

/**
 * Functions whose use hides names from any reader of the source, with what to say of each: what `reaches` names looks at
 * those that are there, of whatever cell.
 */
export const OPAQUE_CALLS: ReadonlyMap<string, string> = new Map([
  ['exec', 'runs code that is not in the cell'],
  ['eval', 'evaluates code that is not in the cell'],
  ['globals', 'reaches names by text'],
  ['locals', 'reaches names by text'],
  ['vars', 'reaches names by text'],
  ['dir', 'reaches names by text'],
  ['doctest.testmod', 'reaches the definitions of all cells'],
  ['testmod', 'reaches the definitions of all cells'],
  ['unittest.main', 'reaches the definitions of all cells'],
  ['__import__', 'imports by text']
]);

/** Of these, the ones that are of the function around, and those of an object where they are given one. */
export const OF_SCOPE = words('locals vars dir');

function positions(text: string): Map<string, number> {
  const parts = text.trim().split(/\s+/);
  return new Map(parts.flatMap((part, at) => (at % 2 === 0 ? [[part, Number(parts[at + 1])] as const] : [])));
}

function keepers(
  keyword: string,
  position: number,
  names: string
): [string, { position: number; keyword: string }][] {
  return [...words(names)].map(name => [name, { position, keyword }]);
}
