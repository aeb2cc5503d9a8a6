import type { FileUse } from '../facts';
import type { Call, Expr } from '../python/ast';
import { lastNames } from '../python/walk';
import { type FileRow, rows } from './file-table';
import { joined, textAt } from './made-expressions';

type Mode = FileUse['mode'];

/** Calls that fill a folder with files of names that the code does not tell; by the last part of their names. */
const FILL: ReadonlyMap<string, FileRow> = new Map(
  rows(
    ['write'],
    `extractall 0 path
     unpack_archive 1 extract_dir
     copytree 1 dst`
  )
);

/** Calls that read all that is in a folder; by the last part of their names. */
const READ: ReadonlyMap<string, FileRow> = new Map(
  rows(
    ['read'],
    `make_archive 2 root_dir
     copytree 0 src
     flow_from_directory 0 directory
     image_dataset_from_directory 0 directory
     text_dataset_from_directory 0 directory
     audio_dataset_from_directory 0 directory
     timeseries_dataset_from_directory 0 directory
     ImageFolder 0 root
     DatasetFolder 0 root`
  )
);

/** What `shutil.make_archive` puts behind the name that it is given (Python's library reference). */
const SUFFIXES: Readonly<Record<string, string>> = {
  zip: '.zip',
  tar: '.tar',
  gztar: '.tar.gz',
  bztar: '.tar.bz2',
  xztar: '.tar.xz'
};

export const WHOLE_FOLDER_CALLEES = lastNames([...FILL.keys(), ...READ.keys(), 'extract', 'make_archive']);

/** What a call does to the whole of a folder, and archives that it makes. `use` tells what it does to one path. */
export function wholeFolders(
  call: Call,
  last: string,
  argument: (row: FileRow) => Expr | undefined,
  use: (path: Expr, modes: readonly Mode[]) => FileUse[]
): FileUse[] {
  const [read, fill] = [READ.get(last), FILL.get(last)];
  const [from, into] = [read && argument(read), fill && argument(fill)];
  return [
    ...(from ? use(from, ['read']).map(each => ({ ...each, folder: true as const })) : []),
    ...(into ? use(joined(into, '/', textAt(call, '**')), ['write']) : []),
    ...(last === 'extract' && call.args.length === 2
      ? use(joined(call.args[1], '/', call.args[0]), ['write'])
      : []),
    ...(last === 'make_archive' ? archive(call, use) : [])
  ];
}

function archive({ args }: Call, use: (path: Expr, modes: readonly Mode[]) => FileUse[]): FileUse[] {
  const [base, format] = args;
  const suffix = format?.kind === 'Constant' ? SUFFIXES[format.text] : undefined;
  return suffix === undefined ? [] : use(joined(base, '+', textAt(format, suffix)), ['write']);
}
