import type { AnalyzedCell, StatementFacts } from '../facts';

/** Strings and comments, in which nothing is called. */
const SILENT = /("""|''')[\s\S]*?(?:\1|$)|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g;
const CALL = /(?<!\b(?:def|class) )(?<![\w.])((?:[A-Za-z_]\w*)?(?:\.[A-Za-z_]\w*)*)(?=\()/g;
const KEYWORDS = new Set('if elif while for in and or not return lambda assert await yield is'.split(' '));

/**
 * Dotted names of what a text calls, in source order; the end of a chain such as `f(x).fit(y)` is `.fit`. It goes by
 * the text alone and serves for hints, never for what is right or wrong.
 */
export function callsIn(source: string): string[] {
  return callNames(source.replace(SILENT, '""'));
}

/** The same, with all that looks like a call in strings and comments: what is not among these is not called. */
export function callsAtMost(source: string): string[] {
  return callNames(source);
}

function callNames(code: string): string[] {
  const joined = code
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ \(/g, '(')
    .replace(/ ?\n? ?\. ?\n? ?(?=[A-Za-z_])/g, '.');
  return [...joined.matchAll(CALL)]
    .map(([, name]) => name)
    .filter(name => name !== '' && !KEYWORDS.has(name));
}

/** Calls in the body of each function of the notebook, by its name. */
export function functionBodies(cells: readonly AnalyzedCell[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { facts, factsSource } of cells) {
    for (const statement of facts.statements) {
      statement.functions
        .filter(({ kind }) => kind === 'function')
        .forEach(({ name }) => found.set(name, callsIn(linesOf(factsSource, statement))));
    }
  }
  return found;
}

/** What a cell calls, the bodies of called functions of the notebook included; not what it only defines. */
export function callsOf(
  { facts, factsSource }: AnalyzedCell,
  bodies: ReadonlyMap<string, string[]>
): string[] {
  const seen = new Set<string>();
  const expand = (call: string): string[] => {
    const body = seen.has(call) ? undefined : bodies.get(call);
    seen.add(call);
    return [...(body ?? []).flatMap(expand), call];
  };
  return facts.statements
    .filter(({ kind }) => kind !== 'function' && kind !== 'class')
    .flatMap(statement => callsIn(linesOf(factsSource, statement)))
    .flatMap(expand);
}

const linesOf = (source: string, { startLine, endLine }: StatementFacts): string =>
  source
    .split('\n')
    .slice(startLine - 1, endLine)
    .join('\n');
