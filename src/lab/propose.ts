import { Notification } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import { change, type OpenEditor } from '../actions';
import { isPython, proposeSteps, readKale, readNotebook } from '../notebook';
import { fillPipeline, nameOfFile, newId, newPipeline, writePipeline } from '../pipeline';
import { loadAnalysis } from './analysis';
import { relativeTo } from './host';
import { kaleDrawing } from './import/kale-drawing';
import { freeName } from './import/free-name';
import { namesIn, readText, saveText } from './import/import-file';
import { FACTORY, INSPECTOR } from './names';
import type { EditorServices } from './services';
import type { IWeftTracker, WeftDocumentWidget } from './tokens';

/**
 * Proposes steps for a notebook and offers them beside a pipeline: one that is open and draws from this notebook or
 * is still empty, else a new one in the notebook's folder. Where Kale's tags name steps, an empty pipeline becomes what
 * they say.
 * @returns path of the pipeline; null when there is nothing to propose, which the user is told
 * @throws NotebookFileError when the notebook cannot be read; what the server says when a file cannot be read or made
 */
export async function proposePipeline(
  path: string,
  tracker: IWeftTracker,
  services: EditorServices
): Promise<string | null> {
  const { app, notebooks, trans } = services;
  const open = notebooks?.find(panel => panel.context.path === path);
  await open?.context.ready;
  const text = open
    ? JSON.stringify(open.context.model.toJSON())
    : await readText(app.serviceManager.contents, path);
  const notebook = readNotebook(text, PathExt.basename(path));
  if (!isPython(notebook)) {
    Notification.warning(
      trans.__(
        '%1 is a notebook in %2, and steps run Python alone. Choose a notebook in Python.',
        PathExt.basename(path),
        notebook.language
      ),
      { autoClose: 5000 }
    );
    return null;
  }
  const analysis = await loadAnalysis();
  const key = `propose ${path}`;
  const analyzed = await analysis.model(notebook, { key, before: undefined, drawn: [] });
  analysis.forget(key);
  const proposal = proposeSteps(notebook, analyzed);
  const kale = readKale(text, PathExt.basename(path));
  if (proposal.steps.length === 0 && !kale?.steps.length) {
    Notification.info(trans.__('%1 holds no cells that could be a step.', PathExt.basename(path)), {
      autoClose: 5000
    });
    return null;
  }
  const widget = fitting(tracker, path) ?? (await openNew(path, open?.id, services));
  await widget.content.ready;
  const { editor } = widget.content;
  if (!editor) {
    return null;
  }
  const own = relativeTo(widget.context.path, path);
  if (kale && kale.steps.length > 0 && editor.view.flow.nodes.size === 0) {
    const { pipeline, told } = kaleDrawing(kale, analyzed, own, widget.context.path, trans);
    change(editor, doc => fillPipeline(doc, pipeline));
    editor.canvas?.fit();
    Notification.info(told, { autoClose: false });
    return widget.context.path;
  }
  editor.setProposal({ notebook: own, analyzed: { ...analyzed, path: own }, proposal });
  app.shell.activateById(INSPECTOR);
  return widget.context.path;
}

/** An open pipeline that can be written and is empty or draws from the notebook; the one used last first. */
function fitting(tracker: IWeftTracker, notebook: string): WeftDocumentWidget | undefined {
  const fits = (widget: WeftDocumentWidget | null): widget is WeftDocumentWidget => {
    const editor = widget?.content.editor as OpenEditor | null | undefined;
    if (!widget || !editor || editor.view.readOnly || widget.context.model.sharedModel.fault !== null) {
      return false;
    }
    const nodes = Object.values(editor.view.flow.pipeline.nodes);
    const own = relativeTo(widget.context.path, notebook);
    return nodes.length === 0 || nodes.some(node => 'notebook' in node && node.notebook === own);
  };
  const { currentWidget } = tracker;
  return fits(currentWidget) ? currentWidget : tracker.find(fits);
}

/** Makes a pipeline named after the notebook and opens it, beside the notebook when that is open. */
async function openNew(
  notebook: string,
  ref: string | undefined,
  { app }: EditorServices
): Promise<WeftDocumentWidget> {
  const { contents } = app.serviceManager;
  const folder = PathExt.dirname(notebook);
  const stem = PathExt.basename(notebook, PathExt.extname(notebook));
  const path = PathExt.join(folder, freeName(stem, '.weft', await namesIn(contents, folder)));
  const pipeline = newPipeline({ id: newId(), name: nameOfFile(path) });
  await saveText(contents, path, writePipeline(pipeline));
  const options = ref === undefined ? {} : { ref, mode: 'split-right' };
  return (await app.commands.execute('docmanager:open', {
    path,
    factory: FACTORY,
    options
  })) as WeftDocumentWidget;
}
