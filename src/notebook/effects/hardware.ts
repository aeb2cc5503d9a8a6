import { mapped } from '../mapped';
import type { Expr, Stmt } from '../python/ast';
import { dottedName, eachOperand, endsIn, lastName, lastNames } from '../python/walk';
import { words } from '../words';

/**
 * Calls that only ask what hardware the process runs on, or name it, by the end of their dotted name. What they give is
 * right where they run: each step asks again.
 */
const ASKING = words(`
  torch.device cuda.is_available cuda.device_count cuda.current_device cuda.get_device_name cuda.is_bf16_supported
  cuda.get_device_capability cuda.get_device_properties mps.is_available mps.is_built xpu.is_available
  xpu.device_count torch.accelerator.is_available torch.accelerator.current_accelerator
  config.list_physical_devices config.list_logical_devices config.experimental.list_physical_devices
  config.get_visible_devices test.is_gpu_available test.is_built_with_cuda test.gpu_device_name
  jax.devices jax.local_devices jax.device_count jax.local_device_count jax.default_backend
  os.cpu_count multiprocessing.cpu_count mp.cpu_count
`);
const LAST = lastNames(ASKING);

/** Calls that make a plain value of an answer. */
const PLAIN = words('len int bool str min max print');

/** `device = "cuda" if torch.cuda.is_available() else "cpu"`, and the same as `if` with `else`. */
export function setsByHardware(statement: Stmt): boolean {
  switch (statement.kind) {
    case 'Assign':
      return statement.targets.every(isName) && onlyAsks(statement.value) && asks(statement.value);
    case 'AnnAssign':
      return (
        isName(statement.target) &&
        statement.value !== null &&
        onlyAsks(statement.value) &&
        asks(statement.value)
      );
    case 'If':
      return (
        onlyAsks(statement.test) &&
        (asks(statement.test) || statement.body.some(setsByHardware)) &&
        [...statement.body, ...statement.orelse].every(isPlain)
      );
    default:
      return false;
  }
}

const isName = ({ kind }: Expr): boolean => kind === 'Name';

/** What may stand under such a condition. */
function isPlain(statement: Stmt): boolean {
  switch (statement.kind) {
    case 'Assign':
      return statement.targets.every(isName) && onlyAsks(statement.value);
    case 'Expr':
      return onlyAsks(statement.value);
    case 'Pass':
      return true;
    default:
      return setsByHardware(statement);
  }
}

/** Nothing is computed but from answers, constants and names: `args.cuda and torch.cuda.is_available()`. */
function onlyAsks(value: Expr): boolean {
  switch (value.kind) {
    case 'Name':
    case 'Constant':
      return true;
    case 'Attribute':
      return isName(value.value) || onlyAsks(value.value);
    case 'Subscript':
      return (
        value.slice.kind === 'Constant' &&
        (value.value.kind === 'Name' ? isKey(value.slice) : asks(value.value))
      );
    case 'Call': {
      const given = [...value.args, ...mapped(value.keywords, keyword => keyword.value)];
      return (isAsking(value.func) || isPlainCall(value.func, given)) && given.every(onlyAsks);
    }
    case 'IfExp':
    case 'BoolOp':
    case 'Operation':
    case 'JoinedStr':
      return value.operands.every(onlyAsks);
    default:
      return false;
  }
}

const isKey = (slice: Expr): boolean => slice.kind === 'Constant' && slice.type === 'str';

/** What is made of other values is data: `len(df)`. */
const isPlainCall = (callee: Expr, given: readonly Expr[]): boolean =>
  callee.kind === 'Name' &&
  PLAIN.has(callee.id) &&
  given.every(each => each.kind === 'Constant' || asks(each));

function isAsking(callee: Expr): boolean {
  if (!LAST.has(lastName(callee) ?? '')) {
    return false;
  }
  return endsIn(dottedName(callee) ?? '', ASKING);
}

/** There is a call among it that asks. */
function asks(value: Expr): boolean {
  let found = value.kind === 'Call' && isAsking(value.func);
  eachOperand(value, operand => {
    found ||= asks(operand);
  });
  return found;
}
