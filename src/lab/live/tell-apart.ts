import { newId, type Pipeline, readPipeline, writePipeline } from '../../pipeline';
import { DiskFile, type FileState } from './disk-file';
import type { Live } from './live';

/**
 * Tells a copy of a pipeline from the pipeline itself: a copied file has the id of the one it was made of, and must not
 * end up in its room by accident. A copy gets an id of its own, or is edited with the other, as the user likes.
 * @returns the file, with another id where it was given one; null when the user wants neither
 */
export async function tellApart(
  found: FileState,
  pipeline: Pipeline,
  path: string,
  live: Live
): Promise<FileState | null> {
  const { files, places, trans } = live;
  const other = places.get(pipeline.id);
  if (other === null || other === path || !(await holds(new DiskFile(files, () => other), pipeline.id))) {
    return found;
  }
  const { askAboutCopy } = await import('./dialogs');
  const answer = await askAboutCopy(path, other, found.model.writable, trans);
  if (answer === 'separate') {
    return new DiskFile(files, () => path).write(writePipeline({ ...pipeline, id: newId() }));
  }
  return answer === 'together' ? found : null;
}

/** Whether a file is still there, as that pipeline: one that was moved is not. */
async function holds(file: DiskFile, id: string): Promise<boolean> {
  try {
    return readPipeline((await file.read()).text).id === id;
  } catch {
    return false;
  }
}
