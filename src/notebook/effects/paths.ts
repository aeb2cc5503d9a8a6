import type { PathPart } from '../facts';
import type { Attribute, Call, Expr, Keyword, Subscript } from '../python/ast';
import { dottedName, lastName } from '../python/walk';
import { words } from '../words';
import { parsedPlace } from './parsed-arguments';

/**
 * The parts of a path that an expression spells out: literals, names that may stand for some, and what joins them
 * (`Path("a") / "b"`, `os.path.join(ROOT, "b")`, `ROOT + "/b"`, `f"{ROOT}/b"`,
 * `"%s/b" % ROOT`), null for a piece that is anything else. Null where nothing is known.
 */
export function pathParts(expression: Expr): PathPart[] | null {
  switch (expression.kind) {
    case 'Constant':
      return expression.type === 'str' && !expression.text.includes('\n') ? [expression.text] : null;
    case 'Name':
    case 'Attribute':
    case 'Subscript': {
      const name = placeName(expression);
      return name === null ? null : [{ name }];
    }
    case 'Call':
      return partsOfCall(expression);
    case 'Operation':
      switch (expression.operator) {
        case '/':
          return joined(expression.operands, '/');
        case '+':
          return joined(expression.operands, '');
        case '%':
          return formatted(expression.operands[0], PERCENTS, valuesOf(expression.operands[1]));
        default:
          return null;
      }
    case 'JoinedStr':
      return strung(expression.pieces);
    default:
      return null;
  }
}

/** A name, or what is stored in its object: `CFG.out` for `CFG.out` and for `CFG["out"]`. Null for anything else. */
export function placeName(expression: Expr): string | null {
  if (expression.kind === 'Name') {
    return expression.id;
  }
  const key =
    expression.kind === 'Attribute'
      ? expression.attr
      : expression.kind === 'Subscript'
        ? keyOf(expression.slice)
        : null;
  const of = key === null ? null : placeName((expression as Attribute | Subscript).value);
  return of === null ? null : `${of}.${key}`;
}

/** A key that can stand in the name of a place. */
export const keyOf = (key: Expr): string | null =>
  key.kind === 'Constant' && key.type === 'str' && /^[\w-]+$/.test(key.text) ? key.text : null;

/** A piece of a path that a name stands for. */
export const isNamed = (part: PathPart | undefined): part is Exclude<PathPart, string | null> =>
  typeof part === 'object' && part !== null;

/** The name whose object holds a place. */
export const rootOf = (place: string): string => place.split('.', 1)[0];

function partsOfCall(call: Call): PathPart[] | null {
  const { func, args, keywords } = call;
  if (isPath(call) || isJoin(call)) {
    return joined(args, '/');
  }
  if (TEMPORARY.has(lastName(func) ?? '')) {
    const maker = dottedName(func);
    return maker === null ? null : [{ name: `${maker}()` }];
  }
  if (func.kind === 'Name' && func.id === 'str') {
    return strung(args);
  }
  const parsed = parsedPlace(call);
  if (parsed !== null) {
    return [{ name: parsed }];
  }
  return func.kind === 'Attribute' && func.attr === 'format'
    ? formatted(func.value, BRACES, args, keywords)
    : null;
}

/** What makes folders and files of names that nobody knows before. */
const TEMPORARY = words('mkdtemp mktemp TemporaryDirectory NamedTemporaryFile');

/** The fields of `"%s/%d"` and of `"{}/{name}"`; any other is none that a text is made of as it is. */
const PERCENTS = /%[sd]/;
const BRACES = /\{(\d*|[A-Za-z_]\w*)\}/;

const valuesOf = (expression: Expr): readonly Expr[] =>
  expression.kind === 'Tuple' ? expression.elts : [expression];

/** A text with values in the place of its fields. */
function formatted(
  text: Expr,
  field: RegExp,
  values: readonly Expr[],
  keywords: readonly Keyword[] = []
): PathPart[] | null {
  if (text.kind !== 'Constant' || text.type !== 'str') {
    return null;
  }
  const pieces: (string | Expr)[] = [];
  let rest = text.text;
  for (let found = field.exec(rest), index = 0; found; found = field.exec(rest), index++) {
    const [whole, key = ''] = found;
    const named = keywords.find(({ arg }) => arg === key)?.value;
    const value = named ?? values[key === '' ? index : Number(key)];
    if (!value) {
      return null;
    }
    pieces.push(rest.slice(0, found.index), value);
    rest = rest.slice(found.index + whole.length);
  }
  return strung([...pieces, rest]);
}

/** Pieces of text, and of what is put between them: names and whole numbers. */
function strung(pieces: readonly (string | Expr | null)[]): PathPart[] | null {
  const all = pieces.flatMap((piece): PathPart[] => {
    if (typeof piece === 'string') {
      return plainText(piece);
    }
    return (piece && valueParts(piece)) ?? [null];
  });
  return all.some(part => part !== null) ? all : null;
}

/** No text with escapes, nor with fields that are more than a value. */
const plainText = (text: string): PathPart[] => (text === '' ? [] : [/[\\{}%\n*]/.test(text) ? null : text]);

/** What a value is as a text. */
export function valueParts(value: Expr): PathPart[] | null {
  return value.kind === 'Constant' && value.type === 'number' && /^\d{1,15}$/.test(value.text)
    ? [value.text]
    : pathParts(value);
}

/** `Path(…)`. */
export function isPath(expression: Expr): expression is Call {
  return expression.kind === 'Call' && /^(pathlib\.)?(Pure)?Path$/.test(dottedName(expression.func) ?? '');
}

function isJoin({ func }: Call): boolean {
  return /^(os\.)?path\.join$/.test(dottedName(func) ?? '');
}

function joined(expressions: readonly Expr[], separator: string): PathPart[] | null {
  const all: PathPart[] = [];
  for (const [index, expression] of expressions.entries()) {
    all.push(...(index > 0 && separator ? [separator] : []), ...(pathParts(expression) ?? [null]));
  }
  const known =
    all.length > 0 && (!all.includes(null) || all.some(part => part !== null && part !== separator));
  return known ? all : null;
}

/**
 * The path that parts make, with the text that names stand for, and `*` for what is not known; null when that begins
 * before the first folder ends.
 */
export function pathOf(
  parts: readonly PathPart[],
  textOf: (name: string) => string | undefined
): string | null {
  let known = '';
  let all = '';
  let unknown = false;
  for (const part of parts) {
    const text = typeof part === 'string' ? part : part === null ? undefined : textOf(part.name);
    unknown ||= text === undefined;
    known += unknown ? '' : text;
    all += text ?? '*';
  }
  return unknown && !/[^./]/.test(folderOf(known)) ? null : normalisePath(all);
}

/** What stands before the last slash. */
export const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

/** `./a//b.csv` and `a/b.csv` are one file. URLs are left as they are. */
export function normalisePath(path: string): string | null {
  if (path === '' || path.includes('\n')) {
    return null;
  }
  return /^\w+:\/\//.test(path) ? path : path.replace(/\/{2,}/g, '/').replace(/^(\.\/)+/, '');
}
