import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a process did to a file, in milliseconds since 1970: when it asked for it, and when that was done. */
export type FileEvent = { path: string; asked: number; done: number } & (
  | { kind: 'write'; offset: number; bytes: Buffer }
  | { kind: 'truncate'; size: number }
  | { kind: 'sync' }
  | { kind: 'remove' }
);

/** Arguments of strace that write down what `readTrace` reads; the program follows. */
export const traceArguments = (prefix: string) => [
  '-ff', // a file for each thread, so that no line is broken by another thread
  ...['-o', prefix],
  ...['-s', '100000000'],
  '-xx',
  '-y',
  '-ttt',
  '-T',
  ...['-e', 'trace=pwrite64,write,ftruncate,fsync,fdatasync,unlink,unlinkat'],
  ...['-e', 'signal=none']
];

const LINE = /^(\d+\.\d+) (\w+)\((.*)\) += (-?\d+).*<(\d+\.\d+)>$/;
const ON_FILE = /^\d+<([^>]*)>(?:, (.*))?$/;
const BYTES = /^"((?:\\x[0-9a-f]{2})*)", (\d+)(?:, (\d+))?$/;

/** What was done to the files of a folder, in order. @throws Error at a line on these files that is not understood */
export function readTrace(prefix: string, folder: string): FileEvent[] {
  const names = readdirSync(dirname(prefix)).filter(name => name.startsWith(`${basename(prefix)}.`));
  const lines = names.flatMap(name => readFileSync(join(dirname(prefix), name), 'latin1').split('\n'));
  return lines
    .filter(line => line.includes(folder) || line.includes(hex(folder)))
    .flatMap(line => readLine(line, folder))
    .sort((a, b) => a.asked - b.asked);
}

function readLine(line: string, folder: string): FileEvent[] {
  const [, time, call, args, result, took] = LINE.exec(line) ?? [];
  if (time === undefined) {
    throw new Error(`strace wrote what cannot be read: ${line.slice(0, 200)}`);
  }
  const asked = Number(time) * 1000;
  const span = { asked, done: asked + Number(took) * 1000 };
  if (Number(result) < 0) {
    return [];
  }
  if (call.startsWith('unlink')) {
    const path = text(/"((?:\\x[0-9a-f]{2})*)"/.exec(args)?.[1] ?? '');
    return path.startsWith(folder) ? [{ ...span, path, kind: 'remove' }] : [];
  }
  const [, shown, rest] = ON_FILE.exec(args) ?? [];
  const path = shown?.startsWith('\\x') ? text(shown) : shown;
  if (!path?.startsWith(folder)) {
    return [];
  }
  if (call.endsWith('sync')) {
    return [{ ...span, path, kind: 'sync' }];
  }
  if (call === 'ftruncate') {
    return [{ ...span, path, kind: 'truncate', size: Number(rest) }];
  }
  const [, bytes, , offset] = BYTES.exec(rest ?? '') ?? [];
  if (call !== 'pwrite64' || offset === undefined) {
    throw new Error(`A ${call} on ${path} is not understood: ${rest?.slice(0, 60)}`);
  }
  return [{ ...span, path, kind: 'write', offset: Number(offset), bytes: decode(bytes) }];
}

const decode = (escaped: string) => Buffer.from(escaped.replaceAll('\\x', ''), 'hex');
const text = (escaped: string) => decode(escaped).toString('utf8');
const hex = (plain: string) => plain.replace(/[^]/g, char => `\\x${char.charCodeAt(0).toString(16)}`);
