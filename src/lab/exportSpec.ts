import { PathExt } from '@jupyterlab/coreutils';
import type { OpenEditor } from '../actions';
import { compile, writeSpec } from '../kubeflow';
import type { EditorServices } from './services';

/**
 * Compiles the pipeline and writes the spec beside it, under the pipeline's name. Nothing is written while a
 * problem of severity error stands or a setting would be lost.
 * @param pipelinePath path of the `.weft` file
 * @returns the path of the spec, or null when there was something to mend first
 */
export async function exportSpec(
  editor: OpenEditor,
  pipelinePath: string,
  { trans }: EditorServices
): Promise<string | null> {
  const { flow, catalog, target, problems } = editor.view;
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
  const compiled = compile(flow, catalog, target);
  const lost = compiled.report.filter(entry => entry.outcome === 'lost');
  if (lost.length > 0) {
    editor.host.notify(
      lost[0].message ?? trans.__('%1 of %2 would be lost.', lost[0].field, lost[0].node),
      'error'
    );
    return null;
  }
  const name = `${PathExt.basename(pipelinePath, '.weft')}.yaml`;
  await editor.host.saveFile?.(name, writeSpec(compiled));
  const ignored = compiled.report.filter(entry => entry.outcome === 'ignored');
  editor.host.notify(
    ignored.length > 0
      ? trans.__(
          'Exported to %1 for %2; not honoured there: %3',
          name,
          target,
          ignored[0].message ?? ignored[0].field
        )
      : trans.__('Exported to %1 for %2', name, target),
    ignored.length > 0 ? 'warning' : 'success'
  );
  return name;
}
