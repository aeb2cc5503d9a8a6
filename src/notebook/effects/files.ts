import type { FileUse } from '../facts';
import type { Call, Expr } from '../python/ast';
import { dottedName } from '../python/walk';

type Mode = FileUse['mode'];

/** Where a callable takes the path: a position, and the keywords that name it. */
interface FileRow {
  mode: Mode;
  position: number;
  keywords?: string[];
}

const reader = (position = 0, ...keywords: string[]): FileRow => ({ mode: 'read', position, keywords });
const writer = (position = 0, ...keywords: string[]): FileRow => ({ mode: 'write', position, keywords });

/** By the last part of the callee's name; one row per callable, sources: the libraries' manuals. */
const FILE_CALLS: Readonly<Record<string, FileRow>> = {
  read_csv: reader(0, 'filepath_or_buffer'),
  read_table: reader(0, 'filepath_or_buffer'),
  read_parquet: reader(0, 'path'),
  read_json: reader(0, 'path_or_buf'),
  read_excel: reader(0, 'io'),
  read_feather: reader(0, 'path'),
  read_pickle: reader(0, 'filepath_or_buffer'),
  read_hdf: reader(0, 'path_or_buf'),
  loadtxt: reader(0, 'fname'),
  genfromtxt: reader(0, 'fname'),
  imread: reader(0),
  load_model: reader(0, 'filepath'),
  load_weights: reader(0, 'filepath'),
  open_dataset: reader(0),
  from_csv: reader(0),
  to_csv: writer(0, 'path_or_buf'),
  to_parquet: writer(0, 'path'),
  to_json: writer(0, 'path_or_buf'),
  to_excel: writer(0, 'excel_writer'),
  to_feather: writer(0, 'path'),
  to_pickle: writer(0, 'path'),
  to_hdf: writer(0, 'path_or_buf'),
  to_html: writer(0, 'buf'),
  savefig: writer(0, 'fname'),
  savetxt: writer(0, 'fname'),
  savez: writer(0, 'file'),
  savez_compressed: writer(0, 'file'),
  imwrite: writer(0),
  imsave: writer(0),
  save_model: writer(0, 'fname', 'filepath'),
  save_weights: writer(0, 'filepath'),
  write_html: writer(0, 'file'),
  write_image: writer(0, 'file'),
  write_csv: writer(0, 'file'),
  write_parquet: writer(0, 'file')
};

/** Methods of a path, for which the receiver is the file. */
const PATH_METHODS: Readonly<Record<string, Mode[]>> = {
  read_text: ['read'],
  read_bytes: ['read'],
  write_text: ['write'],
  write_bytes: ['write'],
  unlink: ['delete']
};

/** Names that mean different things in different modules: the last two parts decide. */
const QUALIFIED_CALLS: Readonly<Record<string, FileRow>> = {
  'np.load': reader(0, 'file'),
  'numpy.load': reader(0, 'file'),
  'np.save': writer(0, 'file'),
  'numpy.save': writer(0, 'file'),
  'joblib.load': reader(0, 'filename'),
  'joblib.dump': writer(1, 'filename'),
  'torch.load': reader(0, 'f'),
  'torch.save': writer(1, 'f'),
  'Image.open': reader(0, 'fp'),
  'model.save': writer(0, 'filepath'),
  'os.remove': { mode: 'delete', position: 0, keywords: ['path'] },
  'os.unlink': { mode: 'delete', position: 0, keywords: ['path'] }
};

/** What a call does to files whose paths stand there as literals; what it adds to, it reads first. */
export function filesOf(call: Call, callee: string): FileUse[] {
  const parts = callee.split('.');
  const last = parts[parts.length - 1];
  const use = (given: Expr | undefined, modes: readonly Mode[]): FileUse[] => {
    const path = given ? literalPath(given) : null;
    return path === null ? [] : modes.map(mode => ({ path, mode, line: call.line }));
  };
  if (call.func.kind === 'Attribute' && isPath(call.func.value)) {
    return use(call.func.value, last === 'open' ? openModes(call, 0) : (PATH_METHODS[last] ?? []));
  }
  if (callee === 'open' || callee === 'io.open') {
    return use(call.args[0] ?? keyword(call, ['file']), openModes(call, 1));
  }
  const copied = COPIES[parts.slice(-2).join('.')];
  if (copied) {
    return [...use(call.args[0], copied), ...use(call.args[1], ['write'])];
  }
  const row = QUALIFIED_CALLS[parts.slice(-2).join('.')] ?? FILE_CALLS[last];
  return row ? use(call.args[row.position] ?? keyword(call, row.keywords ?? []), [row.mode]) : [];
}

/** From one path to another: what becomes of the first. */
const COPIES: Readonly<Record<string, Mode[]>> = {
  'shutil.copy': ['read'],
  'shutil.copy2': ['read'],
  'shutil.copyfile': ['read'],
  'shutil.move': ['read', 'delete'],
  'os.rename': ['read', 'delete'],
  'os.replace': ['read', 'delete']
};

const keyword = (call: Call, names: readonly string[]): Expr | undefined =>
  call.keywords.find(({ arg }) => names.includes(arg ?? ''))?.value;

/** Python's library reference, `open`: `a` and `+` keep what is there. */
function openModes(call: Call, position: number): Mode[] {
  const mode = call.args[position] ?? keyword(call, ['mode']);
  const text = mode?.kind === 'Constant' ? mode.text : 'r';
  const keeps = /a|r\+/.test(text) || !/[wx]/.test(text);
  return [...(keeps ? (['read'] as const) : []), ...(/[wax+]/.test(text) ? (['write'] as const) : [])];
}

function literalPath(expression: Expr): string | null {
  if (expression.kind === 'Constant' && expression.type === 'str') {
    return normalisePath(expression.text);
  }
  return isPath(expression) ? literalPath(expression.args[0]) : null;
}

const isPath = (expression: Expr): expression is Call =>
  expression.kind === 'Call' &&
  /^(pathlib\.)?Path$/.test(dottedName(expression.func) ?? '') &&
  expression.args.length === 1;

/** `./a//b.csv` and `a/b.csv` are one file. URLs are left as they are. */
export function normalisePath(path: string): string | null {
  if (path === '' || path.includes('\n')) {
    return null;
  }
  return /^\w+:\/\//.test(path) ? path : path.replace(/\/{2,}/g, '/').replace(/^(\.\/)+/, '');
}
