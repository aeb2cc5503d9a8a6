import type { Attribute, Call, Constant, Expr } from '../python/ast';
import { dottedName } from '../python/walk';
import { words } from '../words';
import { textAt } from './made-expressions';

/** `parser.parse_args`, as the place whose object holds the arguments, and `parser.parse_known_args`. */
const PARSES = words('parse_args parse_known_args');

/** Whether a callable is such a method. */
export const isParse = (func: Expr): func is Attribute => func.kind === 'Attribute' && PARSES.has(func.attr);

/** Whether an expression tells a parser of an argument. */
export const isArgument = (value: Expr): value is Call =>
  value.kind === 'Call' && value.func.kind === 'Attribute' && value.func.attr === 'add_argument';

/**
 * Of `parser.add_argument("--out", default="runs")` the place of that argument in what the parser gives, and its default
 * (Python's library reference, `argparse`).
 */
export function argumentOf({ func, args, keywords }: Call): [place: string, value: Expr] | null {
  const parser = func.kind === 'Attribute' ? dottedName(func.value) : null;
  const keyword = (name: string): Expr | undefined => keywords.find(({ arg }) => arg === name)?.value;
  const value = keyword('default');
  const name = textOf(keyword('dest') ?? args.find(each => textOf(each)?.startsWith('--')) ?? args[0]);
  return parser !== null && value && name !== null ? [`${parser}.parse_args.${named(name)}`, value] : null;
}

/** The place whose object a parser gives; null where it is told of arguments that are not spelt out. */
export function parsedPlace(call: Call): string | null {
  const { func } = call;
  const parser = isParse(func) ? dottedName(func.value) : null;
  return parser !== null && givenArguments(call) ? `${parser}.parse_args` : null;
}

/** What a parser is told, `parse_args(["--out", "x"])`; null where that is not spelt out. */
export function givenArguments({ args, keywords }: Call): [name: string, value: Expr][] | null {
  const said = wordsOf(args[0] ?? keywords.find(({ arg }) => arg === 'args')?.value);
  const given: [string, Expr][] = [];
  for (let at = 0; said && at < said.length; at++) {
    const [option, value] = textOf(said[at])?.split(/=(.*)/s) ?? [''];
    if (!option.startsWith('--')) {
      return null;
    }
    if (value !== undefined) {
      given.push([named(option), textAt(said[at], value)]);
    } else if (said[at + 1] && !textOf(said[at + 1])?.startsWith('--')) {
      given.push([named(option), said[++at]]);
    }
  }
  return said && given;
}

/** The words of a command line: none, a list, or `"--out x".split()`. */
function wordsOf(line: Expr | undefined): Expr[] | null {
  if (!line || line.kind === 'List' || line.kind === 'Tuple') {
    return line?.elts ?? [];
  }
  const { func, args } = line.kind === 'Call' ? line : { func: null, args: [] };
  const text = func?.kind === 'Attribute' && func.attr === 'split' ? textOf(func.value) : null;
  return text === null || args.length > 0
    ? null
    : (text.match(/\S+/g) ?? []).map((word): Constant => textAt(line, word));
}

const named = (option: string): string => option.replace(/^-+/, '').replaceAll('-', '_');

const textOf = (value: Expr | undefined): string | null =>
  value?.kind === 'Constant' && value.type === 'str' ? value.text : null;
