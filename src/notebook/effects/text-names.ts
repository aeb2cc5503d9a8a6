import type { Call, Expr } from '../python/ast';
import { dottedName, lastName, lastNames, lastTwo } from '../python/walk';

/**
 * Calls that are given a text in which names of the notebook stand: where in it these are. By the last two parts of the
 * call's name, or by the last (manuals of pandas: `DataFrame.query`, `DataFrame.eval`, `eval`; of DuckDB: "Replacement
 * scans"; of pandasql).
 */
const AT = /@([^\W\d]\w*)/u;
const WORD = /(?!(?:and|or|not|in|True|False|None)\b)([^\W\d]\w*)(?!\w*\s*(?:\(|=(?!=)))/u;
const TABLE = /\b(?:from|join)\s+([^\W\d]\w*)/iu;
const TEXTS: ReadonlyMap<string, RegExp> = new Map([
  ['query', AT],
  ['eval', AT],
  ['pd.eval', WORD],
  ['pandas.eval', WORD],
  ['duckdb.query', TABLE],
  ['duckdb.sql', TABLE],
  ['duckdb.execute', TABLE],
  ['sqldf', TABLE]
]);

const LAST = lastNames(TEXTS.keys());

/** Names that the text which a call is given speaks of; it may be in a language in which they are none. */
export function namesInText(call: Call): string[] {
  const last = lastName(call.func);
  if (last === null || !LAST.has(last) || (last === 'eval' && call.func.kind === 'Name')) {
    return [];
  }
  const pattern = TEXTS.get(lastTwo(dottedName(call.func) ?? last)) ?? TEXTS.get(last);
  const text = call.args[0] ?? call.keywords.find(({ arg }) => arg === 'expr')?.value;
  return pattern && text ? textsOf(text).flatMap(each => namesIn(each, pattern)) : [];
}

/** Stands for what is put into a text: a name that goes on with it is none that is known. */
const FIELD = '0';

/** The constant texts that an expression is built of. */
function textsOf(expression: Expr): string[] {
  switch (expression.kind) {
    case 'Constant':
      return expression.type === 'str' ? [expression.text] : [];
    case 'JoinedStr':
      return [expression.pieces.map(piece => (typeof piece === 'string' ? piece : FIELD)).join('')];
    case 'Operation':
    case 'IfExp':
      return expression.operands.flatMap(textsOf);
    case 'Call':
      return expression.func.kind === 'Attribute' ? textsOf(expression.func.value) : [];
    default:
      return [];
  }
}

/** What is in quotes is a value, and in backticks a column; what follows a dot or a word is a part of it. */
function namesIn(text: string, pattern: RegExp): string[] {
  const names = new RegExp(`"[^"]*"|'[^']*'|\`[^\`]*\`|(?<![\\w.])${pattern.source}`, `g${pattern.flags}`);
  return [...text.matchAll(names)].flatMap(([, name]) => name ?? []);
}
