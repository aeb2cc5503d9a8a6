import type { Call, Expr } from '../python/ast';
import { rootName } from '../python/walk';
import { words } from '../words';

/** A module that a call loads. `named`: by its name, so that it may be a file that the notebook writes. */
export interface LoadedModule {
  module: string;
  named: boolean;
}

/** What pandas loads for formats that it does not read and write by itself (its manual, "Optional dependencies"). */
const ENGINES: ReadonlyMap<string, string> = new Map([
  ...rows('pyarrow', 'read_parquet to_parquet read_feather to_feather read_orc to_orc'),
  ...rows('openpyxl', 'read_excel to_excel'),
  ...rows('tables', 'read_hdf to_hdf'),
  ...rows('lxml', 'read_html read_xml to_xml'),
  ...rows('tabulate', 'to_markdown')
]);

/** Other engines that a call may name, which are called as their modules. */
const NAMED_ENGINES: ReadonlySet<string> = new Set(['fastparquet', 'xlsxwriter', 'xlrd', 'pyxlsb']);

/** What reaches places that are no local files, by the scheme of their URLs. */
const FILE_SYSTEMS: ReadonlyMap<string, string> = new Map([
  ...rows('s3fs', 's3 s3a'),
  ...rows('gcsfs', 'gs gcs'),
  ...rows('adlfs', 'abfs abfss az adl')
]);

/**
 * Drivers that SQLAlchemy takes where a URL names none (its manual, "Dialects"), and how those that it names are
 * imported.
 */
const DRIVERS: ReadonlyMap<string, string> = new Map([
  ...rows('psycopg2', 'postgresql postgres psycopg2'),
  ...rows('MySQLdb', 'mysql mariadb mysqldb'),
  ...rows('pyodbc', 'mssql pyodbc'),
  ...rows('pymysql', 'pymysql'),
  ...rows('psycopg', 'psycopg'),
  ...rows('asyncpg', 'asyncpg'),
  ...rows('oracledb', 'oracledb')
]);

const SQL = /(^|\.)(read_sql(_query|_table)?|to_sql|create_engine)$/;

/** What draws tables of pandas by matplotlib, and marks them up by Jinja. */
const PLOTS = /^(line|barh?|hist|box|kde|density|area|pie|scatter|hexbin)$/;
const STYLES =
  /^(apply|applymap|map|map_index|apply_index|format|format_index|background_gradient|text_gradient|bar|highlight_\w+|set_\w+|hide\w*|to_html|to_latex)$/;

const NONE: readonly LoadedModule[] = [];

/** Whether a call may load a module, by the last name of what is called, and what that is a part of. */
export function mayLoad(func: Expr, last: string): boolean {
  const of = func.kind === 'Attribute' && func.value.kind === 'Attribute' ? func.value.attr : '';
  return (
    of === 'plot' || of === 'style' || LOADING.has(last) || last.startsWith('to_') || last.startsWith('read_')
  );
}

const LOADING = words('import_module __import__ create_engine plot hist boxplot');

/** The modules that a call loads by a literal name, or for what it reads, writes or draws. */
export function modulesOfCall(call: Call, callee: string): readonly LoadedModule[] {
  if (/^(?:(?:importlib\.)?import_module|__import__)$/.test(callee)) {
    const name = textOf(call.args[0]);
    return name !== null && /^[^\W\d]\w*(?:\.\w+)*$/.test(name) ? [{ module: name, named: true }] : NONE;
  }
  const dot = callee.lastIndexOf('.');
  const last = callee.slice(dot + 1);
  // libraries that read these formats by themselves have functions of the same names
  const isPandas = /^(?:pd|pandas)$/.test(callee.slice(0, Math.max(dot, 0)));
  const moves = dot > 0 && (last.startsWith('to_') || (last.startsWith('read_') && isPandas));
  const found = [
    ...(moves ? [...engineOf(call, last), ...urlsOf(call).map(url => FILE_SYSTEMS.get(url.scheme))] : []),
    ...(SQL.test(callee) && (moves || last === 'create_engine') ? urlsOf(call).flatMap(driversOf) : []),
    ...(dot > 0 ? drawnBy(call, last) : [])
  ];
  return found.length === 0
    ? NONE
    : found.filter(module => module !== undefined).map(module => ({ module, named: false }));
}

function engineOf({ keywords }: Call, method: string): string[] {
  const usual = ENGINES.get(method);
  const engine = textOf(keywords.find(({ arg }) => arg === 'engine')?.value);
  return usual ? [engine !== null && NAMED_ENGINES.has(engine) ? engine : usual] : [];
}

function driversOf({ scheme, driver }: Url): string[] {
  const found = DRIVERS.get(driver ?? scheme);
  return found ? ['sqlalchemy', found] : [];
}

function drawnBy({ func, args }: Call, last: string): string[] {
  const of = func.kind === 'Attribute' && func.value.kind === 'Attribute' ? func.value.attr : '';
  if ((of === 'plot' && PLOTS.test(last)) || (args.length === 0 && /^(plot|hist|boxplot)$/.test(last))) {
    return ['matplotlib'];
  }
  return of === 'style' && STYLES.test(last) ? ['jinja2'] : [];
}

/** What a table's `style` loads as soon as it is asked for, as in a cell that ends with `df.style`. */
export function moduleOfPart(value: Expr): string | null {
  return value.kind === 'Attribute' &&
    value.attr === 'style' &&
    !/^(plt|pyplot|mpl|matplotlib|self)$/.test(rootName(value) ?? '')
    ? 'jinja2'
    : null;
}

interface Url {
  scheme: string;
  driver: string | undefined;
}

/** URLs among the arguments of a call. */
function urlsOf({ args, keywords }: Call): Url[] {
  return [...args, ...keywords.map(({ value }) => value)].flatMap(each => {
    const found = /^([a-z][a-z0-9]*)(?:\+(\w+))?:\/\//.exec(beginningOf(each) ?? '');
    return found ? [{ scheme: found[1], driver: found[2] }] : [];
  });
}

/** The text that an expression begins with: `"s3://" + name`, `f"s3://{name}"`, `"s3://{}".format(name)`. */
function beginningOf(expression: Expr): string | null {
  switch (expression.kind) {
    case 'JoinedStr':
      return typeof expression.pieces[0] === 'string' ? expression.pieces[0] : null;
    case 'Operation':
      return expression.operands.length > 0 ? beginningOf(expression.operands[0]) : null;
    case 'Call':
      return expression.func.kind === 'Attribute' && expression.func.attr === 'format'
        ? textOf(expression.func.value)
        : null;
    default:
      return textOf(expression);
  }
}

function textOf(expression: Expr | undefined): string | null {
  return expression?.kind === 'Constant' && expression.type === 'str' ? expression.text : null;
}

function rows(module: string, names: string): [string, string][] {
  return [...words(names)].map(name => [name, module]);
}
