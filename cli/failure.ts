import { NotebookFileError } from '../src/notebook';
import { PipelineFileError } from '../src/pipeline';
import { CatalogFileError } from '../src/pools';

/** Something the user can mend: the message is all they need. */
export class UserError extends Error {}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is no folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only'
};

/** Why the file system refused, to follow a colon. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code && REASONS[code]) ?? message;
}

/** One sentence about any error: what happened and where, never a stack trace. */
export function explain(error: unknown): string {
  const known = [UserError, PipelineFileError, NotebookFileError, CatalogFileError];
  if (known.some(type => error instanceof type)) {
    return (error as Error).message;
  }
  const { code, path, message, stack } = error as NodeJS.ErrnoException;
  if (code && path) {
    return `${path}: ${reasonOf(error)}.`;
  }
  const more = process.env.WEFT_DEBUG ? `\n${stack}` : ' Set WEFT_DEBUG=1 for details, and please report it.';
  return `something went wrong inside Weft: ${message}.${more}`;
}
