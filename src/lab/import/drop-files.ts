import { PathExt } from '@jupyterlab/coreutils';
import { change, type OpenEditor } from '../../actions';
import { fillPipeline, insertPipeline, type Position } from '../../pipeline';
import { doAction } from '../drop';
import { relativeTo } from '../host';
import type { EditorServices } from '../services';
import { drawSpec, importFault } from './draw-spec';
import { fileKind } from './dropped-files';
import { readText, writeNotebooks } from './import-file';
import { asPart, leftOut } from './left-out';
import { showReport } from './show-report';

/**
 * Takes files that were dropped on a canvas. A spec becomes the pipeline when that has no nodes, else a sub-pipeline
 * drawn inside; a pipeline becomes a sub-pipeline of its file, a notebook a step. Each is one undo step.
 * @param own path of the pipeline that is open
 */
export async function dropFiles(
  editor: OpenEditor,
  own: string,
  paths: readonly string[],
  position: Position,
  services: EditorServices
): Promise<void> {
  const { trans } = services;
  for (const [index, path] of paths.entries()) {
    const kind = fileKind(path);
    const at: Position = [position[0] + index * 40, position[1] + index * 40];
    if (kind === undefined) {
      const name = PathExt.basename(path);
      editor.host.notify(trans.__('%1 is no notebook, no spec and no pipeline.', name), 'info');
    } else if (path === own) {
      editor.host.notify(trans.__('A pipeline cannot be a part of itself.'), 'warning');
    } else if (kind === 'notebook') {
      await doAction(editor, { id: 'add-notebook', args: { notebook: relativeTo(own, path), position: at } });
    } else if (kind === 'pipeline') {
      await doAction(editor, { id: 'add-pipeline', args: { file: relativeTo(own, path), position: at } });
    } else {
      await addSpec(editor, own, path, at, services);
    }
  }
}

async function addSpec(
  editor: OpenEditor,
  own: string,
  path: string,
  position: Position,
  { app, trans }: EditorServices
): Promise<void> {
  const { contents } = app.serviceManager;
  const name = PathExt.basename(path);
  try {
    let drawn = await drawSpec(await readText(contents, path));
    await writeNotebooks(contents, PathExt.dirname(own), drawn);
    const { pipeline } = drawn;
    if (Object.keys(editor.doc.pipeline.nodes).length === 0) {
      change(editor, doc => fillPipeline(doc, pipeline));
      editor.canvas?.fit();
    } else {
      const id = change(editor, doc => insertPipeline(doc, pipeline, position));
      editor.select({ nodes: id === undefined ? [] : [id] });
      const left = leftOut(pipeline);
      if (left.length > 0) {
        editor.host.notify(
          trans.__(
            'What %1 says of the pipeline as a whole was left out, for a sub-pipeline has no place for it: %2.',
            name,
            left.join(', ')
          ),
          'info'
        );
      }
      drawn = asPart(drawn);
    }
    await showReport(name, drawn.report, trans);
  } catch (error) {
    editor.host.notify(trans.__('%1 was not added: %2', name, importFault(error)), 'error');
  }
}
