import { expressionNames } from './expansion';
import type { MagicEffect } from './magic';
import { autoCall, cellMagic, helpRequest, lineMagic, shellCommand } from './magic';
import { scanLines } from './logical-lines';
import type { LineFault } from './logical-lines';
import { LineTable } from '../python/lines';

/** Python text of the same lines and columns, and what the IPython syntax in it was. */
export interface Rewritten {
  text: string;
  /** Keyed by the offset of the placeholder expression. */
  effects: Map<number, MagicEffect>;
  isolatedLines: Set<number>;
  /** The cell holds IPython syntax. */
  magics: boolean;
  opaque: { line: number; sentence: string }[];
  writes: { line: number; path: string; appends?: boolean }[];
  fault: LineFault | null;
}

const COMPOUND = /^\s*(for|while|if|with|try|def|class|async|match)\b/;
/** The first line that holds anything. */
const FIRST_LINE = /^.*\S.*$/m;
const PROMPT = /^(\s*)(?:>>> ?|\.\.\. ?|In \[\d+\]: |\s*\.\.\.+: )/;

/**
 * Rewrites IPython syntax to plain Python before parsing; every piece of Python that stays keeps its
 * line and column. IPython syntax counts only where a logical line begins or after `name =`.
 * Blanks at the end must be gone already (`normaliseSource`).
 */
export function rewriteCell(source: string): Rewritten {
  const result: Rewritten = {
    text: blankPrompts(source),
    effects: new Map(),
    isolatedLines: new Set(),
    magics: false,
    opaque: [],
    writes: [],
    fault: null
  };
  const start = /^(?:[ \t]*\n)*[ \t]*/.exec(result.text)![0].length;
  if (result.text.startsWith('%%', start)) {
    rewriteCellMagic(result, start);
  }
  const foreign = [...result.effects.values()].some(effect => effect.foreign);
  if (!foreign) {
    rewriteLines(result);
  }
  return result;
}

/** `>>> `, `In [1]: ` pasted from a session: blanks keep the columns. */
function blankPrompts(source: string): string {
  const [first] = FIRST_LINE.exec(source) ?? [''];
  if (!PROMPT.test(first)) {
    return source;
  }
  return source
    .split('\n')
    .map(line => line.replace(PROMPT, prompt => ' '.repeat(prompt.length)))
    .join('\n');
}

function rewriteCellMagic(result: Rewritten, start: number): void {
  const end = lineEnd(result.text, start);
  const effect = cellMagic(result.text.slice(start + 2, end));
  const line = lineOf(result.text, start);
  note(result, effect, line, start);
  if (effect.isolated) {
    const last = lineOf(result.text, result.text.length);
    for (let inner = line + 1; inner <= last; inner++) {
      result.isolatedLines.add(inner);
    }
  }
  const body = result.text.slice(end);
  result.text =
    result.text.slice(0, start) +
    blank(result.text.slice(start, end), '0') +
    (effect.foreign ? blank(body, '') : body);
}

function rewriteLines(result: Rewritten): void {
  const { found, fault } = scanLines(result.text);
  result.fault = fault;
  if (found.length === 0) {
    return;
  }
  const text = result.text;
  const lines = new LineTable(text);
  let rewritten = '';
  let from = 0;
  for (const { kind, start, end, mark } of found) {
    const inner = text.slice(start + mark.length, end);
    const { line } = lines.locate(start);
    const effect = EFFECTS[kind](inner, mark);
    note(result, effect, line, start);
    let replacement = blank(text.slice(start, end), '0');
    if (effect.code !== undefined) {
      const code = start + mark.length + effect.code;
      const prefix = COMPOUND.test(text.slice(code, end)) ? '' : '0;';
      const room = kind === 'assigned' ? '' : prefix;
      replacement = blank(text.slice(start, code), room) + text.slice(code, end);
      if (effect.isolated) {
        result.isolatedLines.add(line);
      }
    }
    rewritten += text.slice(from, start) + replacement;
    from = end;
  }
  result.text = rewritten + text.slice(from);
}

const EFFECTS: Record<string, (text: string, mark: string) => MagicEffect> = {
  magic: lineMagic,
  shell: shellCommand,
  help: helpRequest,
  call: (text, mark) => autoCall(mark, text),
  assigned: (text, mark) => (mark === '!' ? shellCommand(text) : assignedMagic(text))
};

/**
 * `x = %magic`: binds through the assignment, so an unknown magic hides nothing else. What runs in a scope of its own
 * (`x = %timeit -o f(y)`) is not what is assigned: its names are read.
 */
function assignedMagic(text: string): MagicEffect {
  const { opaque: _, ...effect } = lineMagic(text);
  return effect.isolated && effect.code !== undefined
    ? { reads: expressionNames(text.slice(effect.code)), binds: [], updates: [] }
    : effect;
}

function note(result: Rewritten, effect: MagicEffect, line: number, start: number): void {
  result.magics = true;
  result.effects.set(start, effect);
  if (effect.opaque) {
    result.opaque.push({ line, sentence: `${effect.opaque} (line ${line})` });
  }
  if (effect.writes) {
    result.writes.push({ line, path: effect.writes, ...(effect.appends && { appends: true }) });
  }
}

/** The same shape of lines, holding `placeholder` and blanks. */
function blank(text: string, placeholder: string): string {
  const [first, ...rest] = text.split('\n');
  const head = placeholder + ' '.repeat(Math.max(0, first.length - placeholder.length));
  return [head, ...rest.map(line => ' '.repeat(line.length))].join('\n');
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
  }
  return line;
}
