import type { FileUse } from '../facts';

type Use = [mode: FileUse['mode'], word: string];

/** What is unpacked into a folder: the names are in the archive. */
const into = (folder: string | undefined): Use[] =>
  folder === undefined ? [] : [['write', `${folder.replace(/\/$/, '')}/**`]];

const reads = (files: readonly string[]): Use[] => files.map((file): Use => ['read', file]);

/** The word after an option, or what is joined to it: `-d out`, `-oout`, `--directory=out`. */
function after(words: readonly string[], option: RegExp): string | undefined {
  const at = words.findIndex(word => option.test(word));
  return at < 0 ? undefined : words[at].replace(option, '') || words[at + 1];
}

/** What commands that pack and unpack do to files, by the words of one; null for any other command. */
export function usesOfArchive([command, ...given]: readonly string[]): Use[] | null {
  switch (command) {
    case 'unzip': {
      const folder = after(given, /^-d/);
      const [archive] = given.filter(word => !word.startsWith('-') && word !== folder);
      return archive === undefined || given.some(word => /^-[ltvp]/.test(word))
        ? reads(archive === undefined ? [] : [archive])
        : [...reads([archive]), ...into(folder)];
    }
    case 'zip': {
      const [archive, ...files] = given.filter(word => !word.startsWith('-'));
      return archive === undefined ? [] : [...reads(files), ['write', archive]];
    }
    case 'tar':
      return tarred(given);
    case '7z':
    case '7za':
      return [
        ...reads(given.slice(1, 2)),
        ...(/^[ex]$/.test(given[0] ?? '') ? into(after(given, /^-o/)) : [])
      ];
    case 'python':
    case 'python3':
      return given[0] === '-m' && (given[1] === 'zipfile' || given[1] === 'tarfile')
        ? byModule(given.slice(2))
        : null;
    default:
      return null;
  }
}

/** The tar manual: its options may come without a dash, `f` then takes the first word after them. */
function tarred(given: readonly string[]): Use[] {
  const [options = '', ...rest] = given;
  const flags = given.filter((word, index) => /^-[^-]/.test(word) || index === 0).join(' ');
  const folder = after(given, /^(?:-C|--directory=?)/);
  const archive = /^-?\w*f$/.test(options) ? rest[0] : after(given, /^(?:-\w*f|--file=?)/);
  if (archive === undefined) {
    return [];
  }
  if (/x/.test(flags) || given.includes('--extract')) {
    return [...reads([archive]), ...into(folder)];
  }
  if (!/[cru]/.test(flags) && !given.includes('--create')) {
    return reads([archive]);
  }
  const files = rest.filter(word => word !== archive && word !== folder && !word.startsWith('-'));
  return [
    ...reads(files.map(file => (folder === undefined ? file : `${folder}/${file}`))),
    ['write', archive]
  ];
}

/** `python -m zipfile -e a.zip out` and `-c a.zip files` (Python's library reference). */
function byModule([option, archive, ...rest]: readonly string[]): Use[] {
  if (archive === undefined) {
    return [];
  }
  return /^(?:-c|--create)$/.test(option)
    ? [...reads(rest), ['write', archive]]
    : [...reads([archive]), ...(/^(?:-e|--extract)$/.test(option) ? into(rest[0]) : [])];
}
