import { expandedNames, expressionNames } from './expansion';
import {
  FOREIGN_CELLS,
  HARMLESS_LINES,
  ISOLATED_MAGICS,
  OPAQUE_LINES,
  OPTIONS_WITH_VALUE,
  PYTHON_MAGICS
} from './table';

/** What one piece of IPython syntax does. */
export interface MagicEffect {
  reads: string[];
  binds: string[];
  updates: string[];
  /** Offset in the text at which Python code begins, for magics that run some. */
  code?: number;
  isolated?: boolean;
  /** Cell magics: the body is not Python of this notebook. */
  foreign?: boolean;
  /** A file the cell writes. */
  writes?: string;
  /** It adds to that file. */
  appends?: boolean;
  /** Python that makes the same setting of the process. */
  setting?: string;
  /** Why names cannot be followed. */
  opaque?: string;
}

const NOTHING: MagicEffect = { reads: [], binds: [], updates: [] };

/** A line magic, `text` without its `%`. */
export function lineMagic(text: string): MagicEffect {
  const name = /^\s*([\w.]+)/.exec(text)?.[1] ?? '';
  if (PYTHON_MAGICS.has(name) || ISOLATED_MAGICS.has(name)) {
    return { ...NOTHING, code: codeStart(text, name), isolated: ISOLATED_MAGICS.has(name) };
  }
  const reads = expandedNames(text);
  if (name === 'store') {
    const rest = text.slice(text.indexOf('store') + 5);
    if (/^\s+-r\s+\w/.test(rest)) {
      return { ...NOTHING, binds: expressionNames(rest.replace(/\s-r/, '').replaceAll(' ', ',')) };
    }
    if (/^\s+\w/.test(rest)) {
      return { ...NOTHING, reads: expressionNames(rest.trim().replaceAll(' ', ',')) };
    }
  }
  const bound = /\s(?:-a|--as|-o|--out|--output)\s+([A-Za-z_]\w*)/.exec(text);
  if (HARMLESS_LINES.has(name)) {
    return { ...NOTHING, reads, ...environmentSetting(text, reads) };
  }
  return {
    ...NOTHING,
    reads,
    binds: bound ? [bound[1]] : [],
    opaque: `%${name} ${OPAQUE_LINES[name] ?? 'is a magic Weft does not know'}`
  };
}

/**
 * `%env NAME=value` and `%set_env NAME value` set a variable for later steps too, and `%cd` the folder, where it is
 * spelled out.
 */
function environmentSetting(text: string, reads: string[]): Pick<MagicEffect, 'setting'> {
  const folder = /^\s*cd\s+(?:-q\s+)?(["']?)([^-~\s'"][^'"]*?)\1\s*$/.exec(text)?.[2];
  if (folder !== undefined && reads.length === 0) {
    const path = JSON.stringify(folder);
    // like the magic, it goes on where there is no such folder
    return { setting: `__import__("os").path.isdir(${path}) and __import__("os").chdir(${path})` };
  }
  const [, name, value] = /^\s*(?:env|set_env)\s+([^\s=]+)(?:\s*=|\s)\s*(.*?)\s*$/.exec(text) ?? [];
  return name && reads.length === 0
    ? { setting: `__import__("os").environ[${JSON.stringify(name)}] = ${JSON.stringify(value)}` }
    : {};
}

const APPENDS = /(^|\s)(-a|--append)(?=\s)/;

/** The first line of a cell magic, `text` without its `%%`. */
export function cellMagic(text: string): MagicEffect {
  const name = /^\s*([\w.!]+)/.exec(text)?.[1] ?? '';
  const rest = text.slice(text.indexOf(name) + name.length);
  if (name === 'capture') {
    const target = rest.replace(/--no-\w+/g, '').trim();
    return { ...NOTHING, binds: /^[A-Za-z_]\w*$/.test(target) ? [target] : [] };
  }
  if (PYTHON_MAGICS.has(name)) {
    return NOTHING;
  }
  if (ISOLATED_MAGICS.has(name)) {
    return { ...NOTHING, isolated: true };
  }
  const effect: MagicEffect = { ...NOTHING, reads: expandedNames(rest), foreign: true };
  if (name === 'writefile' || name === 'file') {
    const path = rest.replace(APPENDS, '').trim();
    return { ...effect, writes: path.replace(/^(["'])(.*)\1$/, '$2'), appends: APPENDS.test(rest) };
  }
  if (name === 'R' || name === 'julia') {
    effect.reads = [...effect.reads, ...optionNames(rest, 'i|input')];
    effect.binds = optionNames(rest, 'o|output');
  } else if (name === 'sql' || name === 'bigquery') {
    const target = name === 'sql' ? /([A-Za-z_]\w*)\s*<</.exec(rest) : /^\s*([A-Za-z_]\w*)/.exec(rest);
    effect.binds = target ? [target[1]] : [];
  } else {
    effect.binds = optionNames(rest, 'out|err|proc');
  }
  return FOREIGN_CELLS.has(name) || name === '!'
    ? effect
    : { ...effect, opaque: `%%${name} is a cell magic Weft does not know` };
}

/** `!command`, without its `!`. */
export function shellCommand(text: string): MagicEffect {
  return { ...NOTHING, reads: expandedNames(text) };
}

/** `name?`, `?name` and the like: reads the name it explains. */
export function helpRequest(text: string): MagicEffect {
  const name = /^[\s?]*([A-Za-z_]\w*)/.exec(text)?.[1];
  return name && !/^[\s?]*%/.test(text) ? { ...NOTHING, reads: [name] } : NOTHING;
}

/** `,f a b`, `;f a b` (arguments are text) and `/f a, b` (arguments are Python). */
export function autoCall(mark: string, text: string): MagicEffect {
  const [callee, ...rest] = text.trim().split(/\s+/);
  const reads = mark === '/' ? expressionNames(`${callee},${rest.join(' ')}`) : expressionNames(callee);
  return { ...NOTHING, reads };
}

function optionNames(text: string, options: string): string[] {
  return [...text.matchAll(new RegExp(`(?:^|\\s)--?(?:${options})[\\s=]+([A-Za-z_][\\w,]*)`, 'g'))].flatMap(
    ([, names]) => names.split(',')
  );
}

/** Where the code after `%time`, `%timeit -n 10 -q` begins. */
function codeStart(text: string, name: string): number {
  let at = text.indexOf(name) + name.length;
  const valued = OPTIONS_WITH_VALUE[name] ?? '';
  for (;;) {
    const option = /^\s+-(\w)(\w*)/.exec(text.slice(at));
    if (!option) {
      return at;
    }
    at += option[0].length;
    if (valued.includes(option[1]) && option[2] === '') {
      at += /^\s+\S+/.exec(text.slice(at))?.[0].length ?? 0;
    }
  }
}
