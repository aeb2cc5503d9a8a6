import { findNodeAtLocation, parseTree, printParseErrorCode, visit } from 'jsonc-parser';
import { type FilePlace, PipelineFileError } from './file-error';
import { isObject } from './json';
import { toPointer } from './json-pointer';

const STRICT = { disallowComments: true, allowTrailingComma: false };
const MAX_DEPTH = 100;

/** JSON text that was read, and where its values stand. */
export interface ParsedJson {
  value: unknown;
  /** The place of the value at a path, or of the nearest value around it. */
  placeOf(path: readonly string[]): FilePlace;
}

/**
 * Reads JSON text strictly (RFC 8259; a byte order mark is passed over) and refuses what would be lost
 * in silence: a key given twice, numbers that this machine cannot hold, `__proto__`.
 * @throws PipelineFileError with the place of the first fault.
 */
export function parseJson(source: string, file?: string): ParsedJson {
  const text = source.startsWith('\uFEFF') ? ' ' + source.slice(1) : source;
  refuseFaults(text, file);
  return { value: parse(text, file), placeOf: path => placeOf(text, path, file) };
}

function parse(text: string, file: string | undefined): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PipelineFileError('this is not JSON', { file, line: 1, column: 1 });
  }
}

function refuseFaults(text: string, file: string | undefined): void {
  const keys: Set<string>[] = [];
  let depth = 0;
  const fail = (
    reason: string,
    line: number,
    column: number,
    path: readonly (string | number)[] = []
  ): never => {
    const field = toPointer(path.map(String));
    throw new PipelineFileError(reason, { file, line: line + 1, column: column + 1, field });
  };
  const open = (line: number, column: number) => {
    if (++depth > MAX_DEPTH) {
      fail(`values are nested more than ${MAX_DEPTH} deep here`, line, column);
    }
  };
  visit(
    text,
    {
      onObjectBegin: (_offset, _length, line, column) => {
        open(line, column);
        keys.push(new Set());
      },
      onArrayBegin: (_offset, _length, line, column) => open(line, column),
      onObjectEnd: () => {
        depth--;
        keys.pop();
      },
      onArrayEnd: () => {
        depth--;
      },
      onObjectProperty: (key, _offset, _length, line, column, path) => {
        const seen = keys[keys.length - 1];
        if (seen.has(key)) {
          fail(`the key "${key}" is given twice in one object; keep one of them`, line, column, [
            ...path(),
            key
          ]);
        }
        if (key === '__proto__') {
          fail('the key "__proto__" is not allowed', line, column, path());
        }
        seen.add(key);
      },
      onLiteralValue: (value: unknown, offset, length, line, column, path) => {
        const digits = text.slice(offset, offset + length);
        if (typeof value === 'number' && !isExact(Number(digits), digits)) {
          fail(`the number ${digits} is too large to be kept exactly`, line, column, path());
        }
      },
      onError: (code, offset, length, line, column) =>
        fail(sentence(printParseErrorCode(code), text, offset, length), line, column)
    },
    STRICT
  );
}

function isExact(value: number, digits: string): boolean {
  return (
    Number.isFinite(value) &&
    (!/^-?\d+$/.test(digits) || Number.isSafeInteger(value) || String(value) === digits)
  );
}

const SENTENCES: Record<string, string> = {
  PropertyNameExpected: 'a key in double quotes is expected here; look for a comma too many before it',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a ":" is expected here, after the key',
  CommaExpected: 'a "," is expected before this',
  CloseBraceExpected: 'the file ends before its last "}"',
  CloseBracketExpected: 'the file ends before its last "]"',
  EndOfFileExpected: 'there is text after the end of the pipeline',
  InvalidCommentToken: 'comments are not allowed in a pipeline file',
  UnexpectedEndOfComment: 'comments are not allowed in a pipeline file',
  UnexpectedEndOfString: 'this text has no closing double quote on its line',
  UnexpectedEndOfNumber: 'this number is not complete',
  InvalidNumberFormat: 'this is not a number',
  InvalidUnicode: 'this "\\u" escape needs four hexadecimal digits',
  InvalidEscapeCharacter: 'this "\\" escape is not one that JSON has',
  InvalidCharacter: 'this text holds a control character; write it as an escape'
};

function sentence(code: string, text: string, offset: number, length: number): string {
  if (/^(<<<<<<<|=======|>>>>>>>)/.test(text.slice(text.lastIndexOf('\n', offset) + 1))) {
    return 'this is the mark of a Git merge conflict; resolve the conflict first';
  }
  return SENTENCES[code] ?? `"${text.slice(offset, offset + Math.min(length, 40))}" is not JSON`;
}

function placeOf(text: string, path: readonly string[], file: string | undefined): FilePlace {
  const root = parseTree(text, [], STRICT);
  let node = root;
  let value: unknown = parse(text, file);
  const location: (string | number)[] = [];
  for (const key of path) {
    location.push(Array.isArray(value) ? Number(key) : key);
    const inner = root && findNodeAtLocation(root, location);
    if (!inner) {
      break;
    }
    node = inner;
    value = Array.isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined;
  }
  const before = text.slice(0, node?.offset ?? 0);
  const line = before.split('\n').length;
  return { file, line, column: before.length - before.lastIndexOf('\n'), field: toPointer(path) };
}
