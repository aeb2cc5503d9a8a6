import type { StatementKind } from '../facts';
import type { Expr, Stmt } from '../python/ast';
import { dottedName, endsIn, lastName, lastNames } from '../python/walk';
import { targetNames } from '../scopes/bindings';
import { words } from '../words';
import { cachedFunction } from './cached-function';
import { setsByHardware } from './hardware';

/**
 * Calls that set the process up rather than compute, by the end of their dotted name. Each later step
 * runs them again.
 */
const CONFIG_CALLS = words(`
  warnings.filterwarnings warnings.simplefilter warnings.resetwarnings filterwarnings simplefilter
  os.chdir os.putenv os.umask os.environ.setdefault os.environ.update sys.path.append sys.path.insert sys.path.extend
  sys.setrecursionlimit sys.stdout.reconfigure gc.disable faulthandler.enable
  socket.setdefaulttimeout multiprocessing.set_start_method mp.set_start_method locale.setlocale
  random.seed np.random.seed numpy.random.seed np.set_printoptions numpy.set_printoptions np.seterr numpy.seterr
  torch.manual_seed cuda.manual_seed cuda.manual_seed_all torch.set_default_dtype torch.set_num_threads
  torch.set_printoptions torch.set_default_device torch.set_default_tensor_type torch.set_grad_enabled
  torch.use_deterministic_algorithms torch.set_float32_matmul_precision autograd.set_detect_anomaly
  random.set_seed utils.set_random_seed set_seed seed_everything pl.seed_everything
  backend.set_floatx mixed_precision.set_global_policy v1.disable_eager_execution v1.disable_v2_behavior
  experimental.set_memory_growth jax.config.update config.run_functions_eagerly
  pd.set_option pandas.set_option pd.reset_option pandas.reset_option set_config pl.Config.set_tbl_rows
  pl.Config.set_tbl_cols
  plt.style.use style.use rcParams.update plt.rc plt.rcdefaults plt.ion plt.ioff matplotlib.rc mpl.rc
  matplotlib.use mpl.use set_matplotlib_formats
  sns.set sns.set_theme sns.set_style sns.set_context sns.set_palette sns.set_color_codes sns.reset_defaults
  seaborn.set seaborn.set_theme seaborn.set_style seaborn.set_context seaborn.set_palette
  register_matplotlib_converters init_notebook_mode alt.data_transformers.enable
  alt.data_transformers.disable_max_rows alt.renderers.enable
  logging.basicConfig logging.disable logging.set_verbosity logging.set_verbosity_error
  logging.set_verbosity_warning logging.set_verbosity_info load_dotenv tqdm.pandas nltk.download
  calendar.setfirstweekday setLevel addHandler removeHandler setFormatter addFilter
  mlflow.set_tracking_uri mlflow.set_experiment mlflow.autolog sklearn.autolog pandarallel.initialize
`);
const CONFIG_NAMES = lastNames(CONFIG_CALLS);

const CONFIG_TARGETS =
  /(^|\.)(os\.environ|environ|rcParams|(pd|pandas)\.options(\.\w+)*|cudnn(\.\w+)*|backends(\.\w+)*|InteractiveShell|pio\.(templates|renderers))$/;

/** Calls that make a class, by the last part of their name. */
const CLASS_CALLS = words(
  'namedtuple NamedTuple TypedDict NewType TypeVar Enum IntEnum StrEnum Flag IntFlag make_dataclass'
);

/** How a top-level statement travels: as source in a step's prelude, or as the data it makes. */
export function statementKind(statement: Stmt): StatementKind {
  switch (statement.kind) {
    case 'Import':
    case 'ImportFrom':
      return 'import';
    case 'FunctionDef':
      return 'function';
    case 'ClassDef':
    case 'TypeAlias':
      return 'class';
    case 'Assign':
      if (statement.targets.every(isPatched) || statement.targets.some(isConfigTarget)) {
        return isSource(statement.value) ? 'config' : 'code';
      }
      if (statement.targets.every(target => target.kind === 'Name') && isClassCall(statement.value)) {
        return 'class';
      }
      if (isNamedFunction(statement)) {
        return 'function';
      }
      return statement.targets.every(isPlainTarget) &&
        isLiteral(statement.value) &&
        !(statement.targets.length > 1 && isChangeable(statement.value))
        ? 'literal'
        : byHardware(statement);
    case 'AnnAssign':
      if (isNamedFunction(statement)) {
        return 'function';
      }
      return statement.value && isPlainTarget(statement.target) && isLiteral(statement.value)
        ? 'literal'
        : byHardware(statement);
    case 'If':
      return byHardware(statement);
    case 'Expr':
      if (settingOf(statement) !== undefined) {
        return 'config';
      }
      return statement.value.kind === 'Call' && isConfigCall(statement.value.func) ? 'config' : 'code';
    case 'Try':
      return guardedKind([
        ...statement.body,
        ...statement.handlers.flatMap(handler => handler.body),
        ...statement.orelse,
        ...statement.finalbody
      ]);
    default:
      return 'code';
  }
}

const byHardware = (statement: Stmt): StatementKind => (setsByHardware(statement) ? 'hardware' : 'code');

/** `f = lambda x: x * k` is `def f(x): return x * k`, up to its name in tracebacks; `g = lru_cache(None)(f)` is one, too. */
export function isNamedFunction(statement: Stmt): boolean {
  switch (statement.kind) {
    case 'Assign':
      return (
        isFunction(statement.value) && statement.targets.length === 1 && statement.targets[0].kind === 'Name'
      );
    case 'AnnAssign':
      return statement.value !== null && isFunction(statement.value) && statement.target.kind === 'Name';
    default:
      return false;
  }
}

const isFunction = (value: Expr): boolean => value.kind === 'Lambda' || cachedFunction(value) !== null;

/** Python in the place of a magic that makes a setting, such as `%env NAME=value`. */
export function settingOf(statement: Stmt): string | undefined {
  return statement.kind === 'Expr' && statement.value.kind === 'Magic' ? statement.value.setting : undefined;
}

/** `try: import a` with fallbacks: source as a whole when every part is. */
function guardedKind(parts: Stmt[]): StatementKind {
  const kinds = parts
    .filter(part => part.kind !== 'Pass' && !isMessage(part))
    .map(part => statementKind(part));
  if (kinds.length === 0 || kinds.includes('code')) {
    return 'code';
  }
  return kinds.includes('import') ? 'import' : kinds[0];
}

function isMessage(statement: Stmt): boolean {
  return (
    statement.kind === 'Expr' &&
    (statement.value.kind === 'Constant' ||
      (statement.value.kind === 'Call' &&
        dottedName(statement.value.func) === 'print' &&
        statement.value.args.every(argument => argument.kind === 'Constant')))
  );
}

function isClassCall(value: Expr): boolean {
  const callee = value.kind === 'Call' ? (dottedName(value.func) ?? '') : '';
  return CLASS_CALLS.has(callee.split('.').at(-1) ?? '') || isLogging(value);
}

/** A logger, or what goes with one. */
export const isLogging = (value: Expr): boolean =>
  value.kind === 'Call' && LOGGING.test(dottedName(value.func) ?? '');

/** Of `logging`: loggers are what their name says in every process, and handlers and formats go with them. */
const LOGGING =
  /(^|\.)getLogger$|(^|\.)logging\.(StreamHandler|FileHandler|Formatter|NullHandler)$|(^|\.)(Timed)?RotatingFileHandler$/;

function isConfigCall(callee: Expr): boolean {
  if (!CONFIG_NAMES.has(lastName(callee) ?? '')) {
    return false;
  }
  return isConfigName(dottedName(callee) ?? '');
}

/** Whether a call by this dotted name sets the process up. */
export function isConfigName(name: string): boolean {
  return endsIn(name, CONFIG_CALLS);
}

function isConfigTarget(target: Expr): boolean {
  if (target.kind !== 'Subscript' && target.kind !== 'Attribute') {
    return false;
  }
  if (target.value.kind === 'Call') {
    return /(^|\.)getcontext$/.test(dottedName(target.value.func) ?? '');
  }
  const name = dottedName(target.value);
  return name !== null && CONFIG_TARGETS.test(name);
}

/** `pd.DataFrame.shout`: something set on a class of a module. */
function isPatched(target: Expr): boolean {
  return (
    target.kind === 'Attribute' &&
    target.value.kind === 'Attribute' &&
    /^[A-Z]\w*[a-z]/.test(target.value.attr) &&
    /^[a-z_][\w.]*$/.test(dottedName(target.value.value) ?? '')
  );
}

function isPlainTarget(target: Expr): boolean {
  return (
    target.kind === 'Name' || (target.kind === 'Tuple' && targetNames(target).length === target.elts.length)
  );
}

/** `[]` and the like: of `a = b = []`, copied as source into two steps, each would have an object of its own. */
function isChangeable(value: Expr): boolean {
  return (
    /^(List|Set|Dict)$/.test(value.kind) ||
    (value.kind === 'Tuple' && value.elts.some(isChangeable)) ||
    (value.kind === 'Operation' && value.operands.some(isChangeable))
  );
}

/** What can be set again from its source: functions by name too, `"{:.2f}".format`, and properties. */
function isSource(value: Expr): boolean {
  switch (value.kind) {
    case 'Name':
    case 'Lambda':
      return true;
    case 'Attribute':
      return isSource(value.value);
    case 'Call':
      return (
        /^(property|staticmethod|classmethod)$/.test(dottedName(value.func) ?? '') &&
        value.args.every(isSource)
      );
    default:
      return isLiteral(value);
  }
}

/** A value the source spells out: constants, arithmetic on them, and displays of such. */
export function isLiteral(value: Expr): boolean {
  switch (value.kind) {
    case 'Constant':
      return true;
    case 'Tuple':
    case 'List':
    case 'Set':
    case 'Dict':
      return value.elts.every(isLiteral);
    case 'Operation':
      return value.operands.length > 0 && value.operands.every(isLiteral);
    default:
      return false;
  }
}
