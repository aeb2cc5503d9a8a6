import { PathExt } from '@jupyterlab/coreutils';
import type { OpenEditor } from '../actions';
import { judge } from '../checks';
import { writeSpec } from '../kubeflow';
import { mayReplace } from './may-replace';
import type { EditorServices } from './services';

/**
 * Compiles the pipeline and writes the spec beside it, under the pipeline's name. Nothing is written while a
 * problem of severity error stands or a setting would be lost.
 * @param pipelinePath path of the `.weft` file
 * @returns the name of the spec, or null when there was something to mend first or the user kept the file there is
 */
export async function exportSpec(
  editor: OpenEditor,
  pipelinePath: string,
  services: EditorServices
): Promise<string | null> {
  const { trans } = services;
  const { flow, catalog, target } = editor.view;
  const { problems, compiled } = judge(flow, catalog, target);
  const errors = problems.filter(problem => problem.severity === 'error');
  if (errors.length > 0) {
    const count = trans._n(
      '%1 problem stops the export: ',
      '%1 problems stop the export; the first: ',
      errors.length
    );
    editor.host.notify(`${count}${errors[0].message}`, 'error');
    return null;
  }
  const name = `${PathExt.basename(pipelinePath, '.weft')}.yaml`;
  const text = writeSpec(compiled);
  try {
    if (!(await mayReplace(PathExt.join(PathExt.dirname(pipelinePath), name), text, services))) {
      return null;
    }
    await editor.host.saveFile?.(name, text);
  } catch (error) {
    editor.host.notify(trans.__('%1 could not be written: %2', name, (error as Error).message), 'error');
    return null;
  }
  const unheeded = problems.find(problem => problem.rule === 'setting-not-honoured');
  editor.host.notify(
    unheeded
      ? trans.__('Exported to %1 for %2. %3', name, target, unheeded.message)
      : trans.__('Exported to %1 for %2.', name, target),
    unheeded ? 'warning' : 'success'
  );
  return name;
}
