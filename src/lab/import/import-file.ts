import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';
import { writePipeline } from '../../pipeline';
import { drawSpec, type DrawnSpec } from './draw-spec';
import { freeName } from './free-name';

/** Text of a file on the server. */
export async function readText(contents: Contents.IManager, path: string): Promise<string> {
  const file = await contents.get(path, { type: 'file', format: 'text', content: true });
  return String(file.content);
}

/** Names of the files and folders in a folder. */
export async function namesIn(contents: Contents.IManager, folder: string): Promise<Set<string>> {
  const { content } = await contents.get(folder, { type: 'directory', content: true });
  return new Set((content as { name: string }[]).map(({ name }) => name));
}

/** Writes a text file on the server. */
export const saveText = (contents: Contents.IManager, path: string, text: string) =>
  contents.save(path, { type: 'file', format: 'text', content: text });

/** Writes the notebooks of a drawn spec beside it, where there is no file of that name. */
export async function writeNotebooks(
  contents: Contents.IManager,
  folder: string,
  { notebooks }: DrawnSpec
): Promise<void> {
  const taken = await namesIn(contents, folder);
  for (const [name, notebook] of Object.entries(notebooks)) {
    if (!taken.has(name)) {
      await saveText(contents, PathExt.join(folder, name), `${JSON.stringify(notebook, null, 1)}\n`);
    }
  }
}

/**
 * Draws a spec and writes the pipeline beside it, under a name that no file has.
 * @returns the path of the pipeline
 * @throws SpecFileError or SpecImportError when it is no spec; what the server says when a file cannot be read or
 *   written
 */
export async function importFile(
  contents: Contents.IManager,
  path: string
): Promise<DrawnSpec & { path: string }> {
  const drawn = await drawSpec(await readText(contents, path));
  const folder = PathExt.dirname(path);
  await writeNotebooks(contents, folder, drawn);
  const stem = PathExt.basename(path, PathExt.extname(path));
  const target = PathExt.join(folder, freeName(stem, '.weft', await namesIn(contents, folder)));
  await saveText(contents, target, writePipeline(drawn.pipeline));
  return { ...drawn, path: target };
}
