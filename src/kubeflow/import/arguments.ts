import type { Argument } from '../../pipeline';
import { isObject } from '../spec/is-object';

/**
 * An element of a command line as it is drawn: the place of one input or output, `Concat` or `IfPresent`, else its
 * text, which may hold places of its own.
 */
export function argument(text: string): Argument {
  return place(text) ?? structure(text) ?? text;
}

type Place = Extract<Argument, { input: string } | { output: string }>;

const PLACE =
  /^\{\{\$\.(inputs|outputs)\.(parameters|artifacts)\['([^']*)'\](?:\.(path|uri|output_file)|\.metadata\['([^']*)'\])?\}\}$/;
const PLAIN: Readonly<Record<string, string>> = {
  'inputs.parameters': '',
  'inputs.artifacts': 'path',
  'outputs.parameters': 'output_file',
  'outputs.artifacts': 'path'
};

/** The place of an input or output, where the text is nothing else. */
function place(text: string): Place | undefined {
  const [, side, kind, name, member = '', key] = PLACE.exec(text) ?? [];
  if (name === undefined) {
    return undefined;
  }
  const end = side === 'inputs' ? { input: name } : { output: name };
  if (key !== undefined) {
    return kind === 'artifacts' ? { ...end, as: 'metadata', key } : undefined;
  }
  if (member === PLAIN[`${side}.${kind}`]) {
    return end;
  }
  return kind === 'artifacts' && member === 'uri' ? { ...end, as: 'uri' } : undefined;
}

type Structure = Extract<Argument, { concat: unknown } | { if: string }>;

function structure(text: string): Structure | undefined {
  if (!/^\{"(Concat|IfPresent)"/.test(text)) {
    return undefined;
  }
  try {
    return structureOf(JSON.parse(text), 0) as Structure | undefined;
  } catch {
    return undefined;
  }
}

/** `concat` holds three levels, all told; what is nested deeper stays text. */
const DEEPEST = 2;

function structureOf(value: unknown, level: number): unknown {
  if (!isObject(value) || level >= DEEPEST || Object.keys(value).length !== 1) {
    return undefined;
  }
  if (Array.isArray(value.Concat)) {
    const concat = pieces(value.Concat, level);
    return concat && { concat };
  }
  if (!isObject(value.IfPresent)) {
    return undefined;
  }
  const { InputName, Then, Else, ...rest } = value.IfPresent;
  const then = content(Then, level);
  const otherwise = Else === undefined ? undefined : content(Else, level);
  const isRead =
    typeof InputName === 'string' && then !== undefined && (Else === undefined) === (otherwise === undefined);
  return isRead && !Object.keys(rest).length
    ? { if: InputName, then, ...(otherwise !== undefined && { else: otherwise }) }
    : undefined;
}

/** One piece, or at the top several. */
const content = (value: unknown, level: number): unknown =>
  Array.isArray(value) ? (level === 0 ? pieces(value, level) : undefined) : piece(value, level);

function pieces(values: readonly unknown[], level: number): unknown[] | undefined {
  const read = values.map(value => piece(value, level));
  return read.includes(undefined) ? undefined : read;
}

const piece = (value: unknown, level: number): unknown =>
  typeof value === 'string' ? (place(value) ?? value) : structureOf(value, level + 1);
