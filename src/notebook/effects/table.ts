/**
 * What calls do to the object they are called on or given, as data.
 *
 * Sources: the method lists of Python's data model and standard types, pandas, scikit-learn, Keras and
 * PyTorch manuals. What is in no list is unknown: called for its value it is taken to change nothing,
 * called bare (as a statement) it perhaps changes its receiver.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

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
  insert remove clear sort reverse update discard add rotate move_to_end
  compile build train eval to cuda cpu half float double step backward requires_grad_ freeze unfreeze
  set_index_names add_argument put write writelines writerow writerows seek truncate
  itemset fill resize partition setflags setfield byteswap
  drop_table register add_node add_edge add_edges_from add_nodes_from remove_node remove_edge
  setattr set_value enqueue put_nowait
`);

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
  forward call numel dim nelement
`);

/** Functions that change the object given at a position; the name is the last part, or the last two. */
export const UPDATES_ARGUMENT: Readonly<Record<string, number>> = {
  'random.shuffle': 0,
  'heapq.heappush': 0,
  'heapq.heappop': 0,
  'heapq.heapify': 0,
  'heapq.heapreplace': 0,
  'heapq.heappushpop': 0,
  heappush: 0,
  heappop: 0,
  heapify: 0,
  'bisect.insort': 0,
  insort: 0,
  setattr: 0,
  delattr: 0,
  next: 0,
  'np.put': 0,
  'np.place': 0,
  'np.putmask': 0,
  'np.copyto': 0,
  'np.fill_diagonal': 0,
  'operator.setitem': 0,
  'operator.delitem': 0
};

/** What keeps an argument and changes it later: where it takes it. By the last part of the name. */
export const KEEPS_ARGUMENT: Readonly<Record<string, { position: number; keyword: string }>> = {
  Trainer: { position: 0, keyword: 'model' },
  Seq2SeqTrainer: { position: 0, keyword: 'model' },
  SFTTrainer: { position: 0, keyword: 'model' },
  DPOTrainer: { position: 0, keyword: 'model' },
  RewardTrainer: { position: 0, keyword: 'model' },
  Learner: { position: 1, keyword: 'model' },
  StepLR: { position: 0, keyword: 'optimizer' },
  MultiStepLR: { position: 0, keyword: 'optimizer' },
  ExponentialLR: { position: 0, keyword: 'optimizer' },
  CosineAnnealingLR: { position: 0, keyword: 'optimizer' },
  ReduceLROnPlateau: { position: 0, keyword: 'optimizer' },
  OneCycleLR: { position: 0, keyword: 'optimizer' },
  LambdaLR: { position: 0, keyword: 'optimizer' }
};

/** Functions whose use hides names from any reader of the source, with what to say of each. */
export const OPAQUE_CALLS: Readonly<Record<string, string>> = {
  exec: 'runs code that is not in the cell',
  eval: 'evaluates code that is not in the cell',
  globals: 'reaches names by text',
  locals: 'reaches names by text',
  vars: 'reaches names by text',
  __import__: 'imports by text'
};
