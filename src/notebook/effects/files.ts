import type { FileUse } from '../facts';
import type { Call, Expr } from '../python/ast';

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
  read_text: reader(0),
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
  'model.save': writer(0, 'filepath')
};

/** The file a call reads or writes, when its path stands there as a literal. */
export function fileOf(call: Call, callee: string): FileUse | null {
  const parts = callee.split('.');
  const last = parts[parts.length - 1];
  const row =
    callee === 'open' || callee === 'io.open'
      ? { ...reader(0, 'file'), mode: openMode(call) }
      : (QUALIFIED_CALLS[parts.slice(-2).join('.')] ?? FILE_CALLS[last]);
  if (!row) {
    return null;
  }
  const given =
    call.args[row.position] ??
    call.keywords.find(keyword => row.keywords?.includes(keyword.arg ?? ''))?.value;
  const path = given ? literalPath(given) : null;
  return path === null ? null : { path, mode: row.mode, line: call.line };
}

function openMode(call: Call): Mode {
  const mode = call.args[1] ?? call.keywords.find(keyword => keyword.arg === 'mode')?.value;
  return mode?.kind === 'Constant' && /[wax]/.test(mode.text) ? 'write' : 'read';
}

function literalPath(expression: Expr): string | null {
  if (expression.kind === 'Constant' && expression.type === 'str') {
    return normalisePath(expression.text);
  }
  const wraps =
    expression.kind === 'Call' && expression.func.kind === 'Name' && expression.func.id === 'Path';
  return wraps && expression.args.length === 1 ? literalPath(expression.args[0]) : null;
}

/** `./a//b.csv` and `a/b.csv` are one file. URLs are left as they are. */
export function normalisePath(path: string): string | null {
  if (path === '' || path.includes('\n')) {
    return null;
  }
  return /^\w+:\/\//.test(path) ? path : path.replace(/\/{2,}/g, '/').replace(/^(\.\/)+/, '');
}
