import type { FileUse } from '../facts';
import type { Call, Expr } from '../python/ast';
import { lastNames, lastTwo } from '../python/walk';
import {
  COPIES,
  FILE_CALLS,
  FILE_METHODS,
  type FileRow,
  FOLDER_CALLS,
  FOLDER_METHODS,
  OPENERS,
  PATH_METHODS,
  QUALIFIED_CALLS
} from './file-table';
import { type Locals, seenBy } from './locals';
import { LOG_CALLEES, logged, logOpener } from './log-files';
import { joined, textAt } from './made-expressions';
import { fileOfModule } from './module-files';
import { isPath, normalisePath, pathParts, placeName } from './paths';
import { WHOLE_FOLDER_CALLEES, wholeFolders } from './whole-folders';

type Mode = FileUse['mode'];

/** What a call does to files whose paths the code spells out; what it adds to, it reads first. */
export function filesOf(call: Call, callee: string, locals: Locals): FileUse[] {
  const last = callee.slice(callee.lastIndexOf('.') + 1);
  if (!mayTouchFiles(last)) {
    return [];
  }
  const short = lastTwo(callee);
  const use = (given: Expr | undefined, modes: readonly Mode[]): FileUse[] =>
    usesOf(given, modes, call.line, locals);
  if (call.func.kind === 'Attribute' && mayBePath(call.func.value)) {
    const modes = last === 'open' ? openModes(call, 0) : PATH_METHODS.get(last);
    const isFunction =
      OPENERS.has(callee) || COPIES.has(short) || (QUALIFIED_CALLS.has(short) && call.args.length > 0);
    if (modes && !isFunction) {
      return [
        ...use(call.func.value, modes),
        ...use(last === 'rename' ? newName(call) : undefined, ['write'])
      ];
    }
  }
  const folder = folderOf(call, last, FOLDER_CALLS.get(short));
  if (folder) {
    return use(folder.path, folder.modes).map(each => ({ ...each, folder: true as const }));
  }
  const opened = OPENERS.get(callee) ?? OPENERS.get(short);
  if (opened !== undefined) {
    return use(call.args[0] ?? keyword(call, ['file', 'filename', 'name']), openModes(call, opened));
  }
  const copied = COPIES.get(short);
  if (copied) {
    return [...use(call.args[0], copied), ...use(call.args[1], ['write'])];
  }
  const logs = logOpener(last);
  if (logs) {
    return use(pathFor(call, logs), logs.modes).map(each => ({ ...each, log: true as const }));
  }
  if (last === 'reload' && call.args[0]?.kind === 'Name') {
    return fileOfModule(call.args[0].id, call.line);
  }
  const method = callee === last ? undefined : FILE_METHODS.get(last);
  const row = QUALIFIED_CALLS.get(short) ?? FILE_CALLS.get(last) ?? method;
  return [
    ...(row ? use(pathFor(call, row), row.modes) : []),
    ...wholeFolders(call, last, each => pathFor(call, each), use),
    ...logged(callee, last, call.line)
  ];
}

/** `Path("a").rename("b")`, but not `series.rename("b")`. */
function newName({ func, args: [target] }: Call): Expr | undefined {
  const mayBeSeries = func.kind === 'Attribute' && placeName(func.value) !== null;
  return mayBeSeries && (target?.kind === 'Constant' || target?.kind === 'JoinedStr') ? undefined : target;
}

/** `os.listdir("a")` and `Path("a").iterdir()`, the path with the pattern in it: `a/*.csv`. */
function folderOf(
  call: Call,
  method: string,
  row: FileRow | undefined
): { path: Expr | undefined; modes: readonly Mode[] } | null {
  const { func, args } = call;
  if (row) {
    return { path: pathFor(call, row), modes: row.modes };
  }
  const modes = func.kind === 'Attribute' && mayBePath(func.value) ? FOLDER_METHODS.get(method) : undefined;
  if (func.kind !== 'Attribute' || !modes) {
    return null;
  }
  const [pattern] = method.endsWith('glob') ? args : [];
  if (!pattern) {
    return { path: func.value, modes };
  }
  const folder = method === 'rglob' ? joined(func.value, '/', textAt(pattern, '**')) : func.value;
  return { path: joined(folder, '/', pattern), modes };
}

/** The last parts of all names in the tables. */
const CALLEES = lastNames([
  ...OPENERS.keys(),
  ...COPIES.keys(),
  ...FILE_CALLS.keys(),
  ...FILE_METHODS.keys(),
  ...QUALIFIED_CALLS.keys(),
  ...PATH_METHODS.keys(),
  ...FOLDER_CALLS.keys(),
  ...FOLDER_METHODS.keys(),
  ...WHOLE_FOLDER_CALLEES,
  ...LOG_CALLEES,
  'reload'
]);

/** Whether a function that ends in this name may touch files. */
export const mayTouchFiles = (last: string): boolean => CALLEES.has(last);

function usesOf(given: Expr | undefined, modes: readonly Mode[], line: number, locals: Locals): FileUse[] {
  const parts = seenBy(locals, given ? pathParts(given) : null);
  if (!parts?.some(part => part !== null)) {
    return [];
  }
  if (parts.some(part => typeof part !== 'string')) {
    return modes.map(mode => ({ path: '', parts, mode, line }));
  }
  const path = normalisePath(parts.join(''));
  return path === null || path === ':memory:' ? [] : modes.map(mode => ({ path, mode, line }));
}

/** `Path("a")`, a name or place that may hold one, or such a thing with something behind it. */
function mayBePath(expression: Expr): boolean {
  return (
    placeName(expression) !== null ||
    isPath(expression) ||
    (expression.kind === 'Operation' && expression.operator === '/')
  );
}

const pathFor = (call: Call, { position, keywords }: FileRow): Expr | undefined =>
  call.args[position] ?? keyword(call, keywords);

const keyword = (call: Call, names: readonly string[]): Expr | undefined =>
  call.keywords.find(({ arg }) => names.includes(arg ?? ''))?.value;

/** Python's library reference, `open`: `a` and `+` keep what is there. */
function openModes(call: Call, position: number): Mode[] {
  const mode = call.args[position] ?? keyword(call, ['mode']);
  const text = mode?.kind === 'Constant' ? mode.text : 'r';
  const keeps = /a|r\+/.test(text) || !/[wx]/.test(text);
  return [...(keeps ? (['read'] as const) : []), ...(/[wax+]/.test(text) ? (['write'] as const) : [])];
}
