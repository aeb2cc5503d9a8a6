import { PathExt } from '@jupyterlab/coreutils';
import type { Drag } from '@lumino/dragdrop';

/** What the file browser puts on a drag: paths. */
export const FILES = 'application/x-jupyter-icontents';

/** Files that a canvas takes: specs, pipelines of their own, and notebooks. */
export type FileKind = 'spec' | 'pipeline' | 'notebook';

const KINDS: Readonly<Record<string, FileKind>> = {
  '.yaml': 'spec',
  '.yml': 'spec',
  '.json': 'spec',
  '.weft': 'pipeline',
  '.ipynb': 'notebook'
};

export const fileKind = (path: string): FileKind | undefined => KINDS[PathExt.extname(path).toLowerCase()];

/** Paths of the files on a drag, without the drive's folders that cannot be read here. */
export function droppedFiles({ mimeData }: Drag.Event): string[] {
  const paths: unknown = mimeData.hasData(FILES) ? mimeData.getData(FILES) : [];
  return Array.isArray(paths) ? paths.filter((path): path is string => typeof path === 'string') : [];
}
