/** Strings and comments, in which nothing is called. */
const SILENT = /("""|''')[\s\S]*?(?:\1|$)|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g;
const CALL = /(?<!\b(?:def|class)\s+)(?<![\w.])((?:[A-Za-z_]\w*)?(?:\.[A-Za-z_]\w*)*)(?=\()/g;
const NO_CALLS = new Set([
  'if',
  'elif',
  'while',
  'for',
  'in',
  'and',
  'or',
  'not',
  'return',
  'lambda',
  'assert',
  'print'
]);

/**
 * Dotted names of what a text calls, in source order; the end of a chain such as `f(x).fit(y)` is `.fit`. It goes by
 * the text alone and serves for hints, never for what is right or wrong.
 */
export function callsIn(source: string): string[] {
  const code = source
    .replace(SILENT, '""')
    .replace(/\s*\(/g, '(')
    .replace(/\s*\n?\s*\.\s*(?=[A-Za-z_])/g, '.');
  return [...code.matchAll(CALL)].map(([, name]) => name).filter(name => name !== '' && !NO_CALLS.has(name));
}
