import type { MakerRow } from './value';

/** What Python itself makes. Sizes decide between parameters and artifacts, so only small kinds have a port type. */
export const PLAIN: readonly MakerRow[] = [
  [
    { type: 'int', format: 'json', portType: 'integer' },
    'literal:int int len ord round hash id list.index list.count str.count str.find str.index os.getpid'
  ],
  [
    { type: 'float', format: 'json', portType: 'number' },
    `literal:float float time.time time.perf_counter time.monotonic random.random random.uniform random.gauss
     math.sqrt math.exp math.log math.sin math.cos math.tan math.pow math.hypot statistics.mean statistics.stdev
     sklearn.metrics.accuracy_score sklearn.metrics.balanced_accuracy_score sklearn.metrics.roc_auc_score
     sklearn.metrics.mean_squared_error sklearn.metrics.root_mean_squared_error
     sklearn.metrics.mean_absolute_error sklearn.metrics.r2_score sklearn.metrics.log_loss
     sklearn.metrics.silhouette_score sklearn.metrics.matthews_corrcoef sklearn.metrics.cohen_kappa_score
     torch.Tensor.item numpy.ndarray.item`
  ],
  [
    { type: 'bool', format: 'json', portType: 'boolean' },
    `literal:bool bool isinstance issubclass callable hasattr any all os.path.exists os.path.isfile os.path.isdir
     pathlib.Path.exists pathlib.Path.is_file pathlib.Path.is_dir torch.cuda.is_available
     str.startswith str.endswith`
  ],
  [
    { type: 'str', format: 'json', portType: 'string' },
    `literal:str str repr chr hex oct bin ascii format os.getcwd os.getenv os.path.join os.path.basename
     os.path.dirname os.path.abspath os.path.expanduser str.format str.join str.strip str.lstrip str.rstrip
     str.lower str.upper str.title str.capitalize str.replace datetime.datetime.strftime datetime.datetime.isoformat
     datetime.date.isoformat time.strftime time.ctime getpass.getuser platform.platform
     platform.python_version socket.gethostname`
  ],
  [
    { type: 'str', format: 'json' },
    'input getpass.getpass io.TextIOWrapper.read pathlib.Path.read_text json.dumps textwrap.dedent'
  ],
  [{ type: 'NoneType', format: 'json' }, 'literal:None'],
  [{ type: 'complex', format: 'json' }, 'literal:complex complex'],
  [{ type: 'bytes', format: 'json' }, 'literal:bytes bytes pathlib.Path.read_bytes pickle.dumps str.encode'],
  [{ type: 'tuple', format: 'json' }, 'literal:tuple'],
  [
    { type: 'list', format: 'json' },
    'literal:list str.split str.splitlines io.TextIOWrapper.readlines os.listdir glob.glob'
  ],
  [{ type: 'set', format: 'json' }, 'literal:set'],
  [{ type: 'dict', format: 'json' }, 'literal:dict collections.Counter.most_common'],
  [{ type: 'list' }, 'list sorted list.copy random.sample random.choices'],
  [{ type: 'tuple' }, 'tuple divmod'],
  [{ type: 'set' }, 'set set.copy set.union set.intersection set.difference'],
  [{ type: 'frozenset' }, 'frozenset'],
  [{ type: 'dict' }, 'dict dict.copy dict.fromkeys dataclasses.asdict vars'],
  [{ type: 'bytearray', format: 'pickle' }, 'bytearray'],
  [{ type: 'range', format: 'pickle' }, 'range'],
  [{ type: 'slice', format: 'pickle' }, 'slice'],
  [{ type: 'function', format: 'cloudpickle' }, 'lambda'],
  [{ type: 'functools.partial', format: 'pickle' }, 'functools.partial'],
  [
    { type: 'datetime.datetime', format: 'json' },
    'datetime.datetime datetime.datetime.now datetime.datetime.utcnow datetime.datetime.strptime datetime.datetime.fromisoformat datetime.datetime.fromtimestamp datetime.datetime.today'
  ],
  [{ type: 'datetime.date', format: 'json' }, 'datetime.date datetime.date.today datetime.datetime.date'],
  [{ type: 'datetime.timedelta', format: 'json' }, 'datetime.timedelta'],
  [{ type: 'decimal.Decimal', format: 'json' }, 'decimal.Decimal'],
  [{ type: 'fractions.Fraction', format: 'pickle' }, 'fractions.Fraction'],
  [{ type: 'uuid.UUID', format: 'json' }, 'uuid.UUID uuid.uuid1 uuid.uuid3 uuid.uuid4 uuid.uuid5'],
  [
    { type: 'pathlib.Path', format: 'json' },
    `pathlib.Path pathlib.Path.cwd pathlib.Path.home pathlib.Path.resolve pathlib.Path.absolute
     pathlib.Path.joinpath pathlib.Path.with_suffix pathlib.Path.with_name pathlib.Path.expanduser`
  ],
  [{ type: 'collections.Counter', format: 'pickle' }, 'collections.Counter'],
  [{ type: 'collections.defaultdict', format: 'pickle' }, 'collections.defaultdict'],
  [{ type: 'collections.OrderedDict', format: 'pickle' }, 'collections.OrderedDict'],
  [{ type: 'collections.deque', format: 'pickle' }, 'collections.deque'],
  [{ type: 're.Pattern', format: 'pickle' }, 're.compile'],
  [{ type: 'random.Random', format: 'pickle' }, 'random.Random'],
  [{ type: 'types.SimpleNamespace', format: 'pickle' }, 'types.SimpleNamespace'],
  [{ type: 'argparse.Namespace', format: 'pickle' }, 'argparse.Namespace argparse.ArgumentParser.parse_args'],
  [{ type: 'io.StringIO', format: 'pickle' }, 'io.StringIO'],
  [{ type: 'io.BytesIO', format: 'pickle' }, 'io.BytesIO'],
  [
    { type: 'requests.Response', format: 'pickle' },
    'requests.get requests.post requests.put requests.request'
  ],
  [{ type: 'logging.Logger', format: 'pickle' }, 'logging.getLogger']
];
