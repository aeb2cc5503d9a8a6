import type { FileUse } from '../facts';
import { words } from '../words';
import { type FileRow, rows } from './file-table';

/** What makes `logging` write into a file; by the last part of its name (Python's library reference). */
const OPENS: ReadonlyMap<string, FileRow> = new Map(
  rows(
    ['write'],
    `basicConfig 99 filename
     FileHandler 0 filename
     WatchedFileHandler 0 filename
     RotatingFileHandler 0 filename
     TimedRotatingFileHandler 0 filename`
  )
);

const LOGS = words('debug info warning warn error critical exception log');

/** What a logger is called: `logging`, `log`, `self.logger`, `logging.getLogger(…)`. */
const LOGGER = /(?:^|[._])(?:\w*log(?:ger|ging|s)?|getLogger)\.\w+$/i;

export const LOG_CALLEES: readonly string[] = [...OPENS.keys(), ...LOGS];

/** The row of a call that has `logging` write into a file. */
export const logOpener = (last: string): FileRow | undefined => OPENS.get(last);

/** What is logged goes into the files that `logging` writes by then. */
export const logged = (callee: string, last: string, line: number): FileUse[] =>
  LOGS.has(last) && LOGGER.test(callee) ? [{ path: '', log: true, mode: 'write', line }] : [];
