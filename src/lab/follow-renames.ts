import { PathExt } from '@jupyterlab/coreutils';
import { isCode, isSubPipeline, type Pipeline } from '../pipeline';

/** A node that names a file which has another path now. */
export interface MovedPath {
  node: string;
  field: 'notebook' | 'file';
  to: string;
}

/**
 * The nodes that name a file that was renamed, or one in a folder that was, with its new path.
 * @param folder path of the pipeline's folder, to which the paths of nodes are relative
 * @param from path of the file or folder before
 * @param to path of it now
 */
export function movedPaths(pipeline: Pipeline, folder: string, from: string, to: string): MovedPath[] {
  const moved = (path: string) => movedPath(path, folder, from, to);
  return Object.entries(pipeline.nodes).flatMap(([node, held]): MovedPath[] => {
    const field = isCode(held) ? 'notebook' : isSubPipeline(held) ? 'file' : undefined;
    const path: unknown = field && Reflect.get(held, field);
    const next = typeof path === 'string' ? moved(path) : undefined;
    return field && next !== undefined ? [{ node, field, to: next }] : [];
  });
}

/**
 * Where a file is now that was renamed, or is in a folder that was; undefined when it is where it was.
 * @param path path of the file, relative to the folder, as is the result
 */
export function movedPath(path: string, folder: string, from: string, to: string): string | undefined {
  const absolute = PathExt.join(folder, path);
  if (absolute !== from && !absolute.startsWith(`${from}/`)) {
    return undefined;
  }
  return PathExt.relative(folder, to + absolute.slice(from.length));
}

/** A file or folder was called `from`, and is called `to`. */
export interface Rename {
  from: string;
  to: string;
}

/** Of renames that nobody followed yet, those whose file was renamed again, or is in a folder that was: as one each. */
export function renamedAgain<T extends Rename>(
  waiting: readonly T[],
  { from, to }: Rename
): { first: T; both: Rename }[] {
  return waiting
    .filter(first => first.to === from || first.to.startsWith(`${from}/`))
    .map(first => ({ first, both: { from: first.from, to: to + first.to.slice(from.length) } }));
}
