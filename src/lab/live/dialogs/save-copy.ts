import { Notification } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import { newId, readPipeline, writePipeline } from '../../../pipeline';
import { freeName } from '../../import/free-name';
import { namesIn } from '../../import/import-file';
import type { Live } from '../live';

/** Writes a pipeline beside a file, as a pipeline of its own: with another id. Says how the new file is called. */
export async function saveCopy(text: string, path: string, { app, files, trans }: Live): Promise<void> {
  const folder = PathExt.dirname(path);
  const taken = await namesIn(app.serviceManager.contents, folder);
  const name = freeName(`${PathExt.basename(path, '.weft')}-copy`, '.weft', taken);
  const copy = PathExt.join(folder, name);
  const content = writePipeline({ ...readPipeline(text), id: newId() });
  await files.save(copy, { type: 'file', format: 'text', content });
  Notification.success(trans.__('Saved as %1.', copy), { autoClose: 8000 });
}
