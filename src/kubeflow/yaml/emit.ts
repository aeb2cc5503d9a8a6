import { isObject } from '../spec/is-object';
import type { Shape } from '../spec/shape';
import { doubleText } from './numbers';
import { scalar } from './scalar';

/** Longer keys, and those of more than one line, stand behind a `?` (PyYAML's rule, its tag of five included). */
const LONGEST_KEY = 122;
const VALUE: Shape = { kind: 'value' };

/**
 * A document in block style to the byte as PyYAML dumps it (`sort_keys`, width 80, lists not indented in mappings),
 * numbers as the SDK has them: whole ones in fields of type int32, all others as doubles.
 * @param shape what the document is, for the kinds of its numbers
 */
export function emit(document: Record<string, unknown>, shape: Shape): string {
  const out: string[] = [];
  if (isFilled(document)) {
    mapping(out, document, { shape, indent: 0, doubles: false }, true);
    out.push('\n');
  } else {
    out.push('{}\n');
  }
  return out.join('');
}

interface Scope {
  shape: Shape;
  indent: number;
  /** Within a free Struct every number is a double. */
  doubles: boolean;
}

/** @param inline the first entry goes on in the line that is being written */
function mapping(out: string[], object: Record<string, unknown>, scope: Scope, inline: boolean): void {
  const { shape, indent } = scope;
  const pad = `\n${' '.repeat(indent)}`;
  const other = innerShape(shape);
  const doubles = doublesIn(scope);
  let first = inline;
  for (const key of sorted(Object.keys(object))) {
    if (object[key] === undefined) {
      continue;
    }
    if (!first) {
      out.push(pad);
    }
    first = false;
    const field = shape.kind === 'message' ? shape.fields.get(key) : undefined;
    const inner = { shape: field ?? other, indent, doubles };
    if (field) {
      out.push(key, ':');
      behindKey(out, object[key], inner, indent + key.length + 1);
    } else if (isSimpleKey(key)) {
      const text = scalar(key, { column: indent, indent: indent + 2, folds: false });
      out.push(text, ':');
      behindKey(out, object[key], inner, indent + text.length + 1);
    } else {
      out.push('? ', scalar(key, { column: indent + 2, indent: indent + 2, folds: true }), pad, ':');
      behindIndicator(out, object[key], inner);
    }
  }
}

/** What is undefined is not there, as in JSON. */
const isFilled = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && Object.keys(value).some(key => value[key] !== undefined);

const BREAK = /[\n\u0085\u2028\u2029]/;

const isSimpleKey = (key: string) =>
  key !== '' && (key.length <= LONGEST_KEY || [...key].length <= LONGEST_KEY) && !BREAK.test(key);

/** What stands behind `key:`, whose end is at `column`. */
function behindKey(out: string[], value: unknown, scope: Scope, column: number): void {
  if (Array.isArray(value) && value.length) {
    out.push('\n', ' '.repeat(scope.indent));
    sequence(out, value, scope);
  } else if (isFilled(value)) {
    mapping(out, value, { ...scope, indent: scope.indent + 2 }, false);
  } else {
    out.push(' ', leaf(value, scope, column + 1));
  }
}

/** What stands behind a `-`, or the `:` of a key in a line of its own, at the indent: nested blocks go on in the line. */
function behindIndicator(out: string[], value: unknown, scope: Scope): void {
  const inner = { ...scope, indent: scope.indent + 2 };
  out.push(' ');
  if (Array.isArray(value) && value.length) {
    sequence(out, value, inner);
  } else if (isFilled(value)) {
    mapping(out, value, inner, true);
  } else {
    out.push(leaf(value, scope, scope.indent + 2));
  }
}

function sequence(out: string[], values: readonly unknown[], scope: Scope): void {
  const inner = { ...scope, shape: innerShape(scope.shape) };
  const pad = `\n${' '.repeat(scope.indent)}`;
  values.forEach((value, i) => {
    out.push(i ? pad : '', '-');
    behindIndicator(out, value, inner);
  });
}

function leaf(value: unknown, { shape, indent, doubles }: Scope, column: number): string {
  switch (typeof value) {
    case 'string':
      return scalar(value, { column, indent: indent + 2, folds: true });
    case 'number':
      return shape.kind === 'int32' && !doubles ? String(value) : doubleText(value);
    case 'boolean':
      return String(value);
    case 'object':
      return Array.isArray(value) ? '[]' : value ? '{}' : 'null';
    default:
      return 'null';
  }
}

function innerShape(shape: Shape): Shape {
  switch (shape.kind) {
    case 'map':
    case 'list':
      return shape.of;
    case 'message':
      return shape.others ?? VALUE;
    default:
      return VALUE;
  }
}

const doublesIn = ({ shape, doubles }: Scope) => doubles || (shape.kind === 'message' && shape.struct);

const SURROGATE = /[\ud800-\udfff]/;

/** By code point, as Python sorts; JavaScript sorts by UTF-16, which differs for characters outside the BMP. */
function sorted(keys: string[]): string[] {
  return keys.some(key => SURROGATE.test(key))
    ? keys.sort((a, b) => compareCodePoints([...a], [...b]))
    : keys.sort();
}

function compareCodePoints(a: string[], b: string[]): number {
  const i = a.findIndex((character, i) => character !== b[i]);
  if (i < 0) {
    return a.length - b.length;
  }
  return i < b.length ? (a[i].codePointAt(0) ?? 0) - (b[i].codePointAt(0) ?? 0) : 1;
}
