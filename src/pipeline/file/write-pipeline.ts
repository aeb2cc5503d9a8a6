import type { Pipeline } from '../schema';
import { isObject } from './json';

const LINE = 100;
/** Objects that are one value, so that a merge by lines cannot mix two of them. */
const ONE_LINE = new Set(['from']);

/**
 * The text of a pipeline: sorted keys, two spaces, a newline at the end, so that Git diffs and merges it line
 * by line. Lists of plain values (positions), items of a list (cells) and bindings stand on one line
 * while they are short. The text depends on nothing but the value.
 */
export function writePipeline(pipeline: Pipeline): string {
  const { parameters, layout, ...rest } = pipeline;
  const file: Record<string, unknown> = { ...rest };
  if (Object.keys(parameters).length > 0) {
    file.parameters = parameters;
  }
  if (Object.keys(layout).length > 0) {
    file.layout = layout;
  }
  return canonicalJson(file) + '\n';
}

/** Canonical JSON text of any value that JSON can hold; members that are undefined are left out. */
export function canonicalJson(value: unknown): string {
  return print(value, '', false);
}

const byCodeUnit = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);

function members(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(byCodeUnit);
}

function print(value: unknown, indent: string, mayJoin: boolean): string {
  const deeper = indent + '  ';
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    const joined = items.some(isNested) ? null : joinLine('[', items.map(scalar), ']', '');
    if (joined !== null) {
      return joined;
    }
    return block(
      '[',
      items.map(item => print(item, deeper, true)),
      ']',
      indent
    );
  }
  if (isObject(value)) {
    const entries = members(value);
    const flat = entries.length === 0 || (mayJoin && !entries.some(([, member]) => isNested(member)));
    const joined = flat
      ? joinLine(
          '{',
          entries.map(([k, v]) => `${scalar(k)}: ${scalar(v)}`),
          '}',
          ' '
        )
      : null;
    if (joined !== null) {
      return joined;
    }
    const lines = entries.map(([k, v]) => `${scalar(k)}: ${print(v, deeper, ONE_LINE.has(k))}`);
    return block('{', lines, '}', indent);
  }
  return scalar(value);
}

const isNested = (value: unknown) => typeof value === 'object' && value !== null;
const scalar = (value: unknown) => JSON.stringify(value ?? null);

function joinLine(open: string, parts: string[], close: string, pad: string): string | null {
  const text = parts.length === 0 ? open + close : open + pad + parts.join(', ') + pad + close;
  return text.length <= LINE ? text : null;
}

function block(open: string, lines: string[], close: string, indent: string): string {
  return `${open}\n${lines.map(line => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`;
}
