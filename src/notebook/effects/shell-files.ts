import type { FileUse } from '../facts';
import type { ShellLine } from '../shell-lines';
import { words } from '../words';
import { normalisePath } from './paths';
import { usesOfArchive } from './shell-archives';

type Mode = FileUse['mode'];

/** Commands that read the files they are given; of those marked the first word is no file. */
const READERS = words(`
  cat head tail wc sort uniq cut paste join nl tac column diff cmp comm md5sum sha1sum sha256sum less more file
  gunzip unzip zcat source bash sh python python3 grep* egrep* awk* sed* jq*
`);

/** Commands that read what is in the folders they are given, or go there. */
const LISTS = words('ls tree find du cd');

/** Options by which downloads name the file they write. */
const TARGETS: Readonly<Record<string, RegExp>> = {
  wget: /^(?:-O|--output-document=?)(.*)$/,
  curl: /^(?:-o|--output=?)(.*)$/
};

const WORDS = /'[^']*'|"[^"]*"|&&|\|\||\d?>>|\d?>&?|<+|[;&|#]|[^\s;&|<>'"]+/g;

/** A path that is spelled out: nothing for the shell to put in, no option, no device. */
const PATH = /^(?!-|\/dev\/)[^\s$`{}*?[\]()=:]*[./\w][^\s$`{}*?[\]()=:]*$/;

/** What shell commands do to files whose paths they spell out. */
export function filesOfShell(lines: readonly ShellLine[]): FileUse[] {
  return lines.flatMap(({ text, line, magic }) =>
    (magic ? commandsOf(text).filter(([command]) => command === 'cd') : commandsOf(text)).flatMap(command =>
      usesOf(command).flatMap(([mode, word]) => {
        const path = PATH.test(word.replace(/\/\*\*$/, '')) ? normalisePath(word) : null;
        const folder = (command[0] === 'mkdir' || (mode === 'read' && LISTS.has(command[0]))) && {
          folder: true as const
        };
        return path === null ? [] : [{ path, mode, line, ...folder }];
      })
    )
  );
}

function commandsOf(text: string): string[][] {
  const commands: string[][] = [[]];
  for (const word of text.match(WORDS) ?? []) {
    if (word === '#') {
      break;
    }
    if (/^(?:&&|\|\||[;&|]|do|then|else|time|sudo)$/.test(word)) {
      commands.push([]);
    } else {
      commands[commands.length - 1].push(word.replace(/^(['"])(.*)\1$/, '$2'));
    }
  }
  return commands;
}

/** Reads first: what a command writes is there once it ran. */
function usesOf(said: readonly string[]): [Mode, string][] {
  const reads: [Mode, string][] = [];
  const writes: [Mode, string][] = [];
  const plain: string[] = [];
  said.forEach((word, at) => {
    const before = said[at - 1] ?? '';
    if (/^\d?>>$/.test(before)) {
      reads.push(['read', word]);
      writes.push(['write', word]);
    } else if (/^\d?>$/.test(before)) {
      writes.push(['write', word]);
    } else if (before === '<') {
      reads.push(['read', word]);
    } else if (!/^(?:\d?>|<)/.test(word) && !/^(?:\d?>&|<<)/.test(before)) {
      plain.push(word);
    }
  });
  const packed = usesOfArchive(plain);
  if (packed) {
    return [...reads, ...packed, ...writes];
  }
  const [command = '', ...given] = plain;
  const files = given.filter(word => !word.startsWith('-'));
  if (command === 'cp' || command === 'mv') {
    const whole = command === 'cp' && given.some(word => /^-\w*[raR]/.test(word));
    return [...reads, ...(whole ? copiedWhole(files) : copied(command, files)), ...writes];
  }
  if (command === 'tee' || command === 'touch') {
    const adds = command === 'touch' || given.includes('-a');
    const each = files.flatMap((file): [Mode, string][] => [
      ...(adds ? [['read', file] as [Mode, string]] : []),
      ['write', file]
    ]);
    return [...reads, ...each, ...writes];
  }
  if (command === 'mkdir') {
    return files.map(file => ['write', file]);
  }
  if (command === 'rm') {
    return [...reads, ...files.map((file): [Mode, string] => ['delete', file]), ...writes];
  }
  if (LISTS.has(command)) {
    const folders = command === 'find' ? given.slice(0, 1) : files;
    return [...reads, ...folders.map((folder): [Mode, string] => ['read', folder]), ...writes];
  }
  const patterned = READERS.has(`${command}*`);
  if (patterned || READERS.has(command)) {
    files.slice(patterned ? 1 : 0).forEach(file => reads.push(['read', file]));
  }
  return [...reads, ...downloaded(command, given), ...writes];
}

/** Into a folder, which a slash ends, a file goes by its own name. */
function copied(command: 'cp' | 'mv', files: readonly string[]): [Mode, string][] {
  const [from, to] = files;
  if (files.length !== 2) {
    return [];
  }
  const target = to.endsWith('/') ? to + from.slice(from.lastIndexOf('/') + 1) : to;
  return [
    ['read', from],
    ...(command === 'mv' ? [['delete', from] as [Mode, string]] : []),
    ['write', target]
  ];
}

/** Of folders it is not told what is in them. */
const copiedWhole = ([from, to, ...more]: readonly string[]): [Mode, string][] =>
  to === undefined || more.length > 0
    ? []
    : [
        ['read', from],
        ['write', `${to}/**`]
      ];

function downloaded(command: string, given: readonly string[]): [Mode, string][] {
  const option = Object.hasOwn(TARGETS, command) ? TARGETS[command] : undefined;
  const at = option ? given.findIndex(word => option.test(word)) : -1;
  const file = at < 0 ? undefined : option?.exec(given[at])?.[1] || given[at + 1];
  return file === undefined ? [] : [['write', file]];
}
