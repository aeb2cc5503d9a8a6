import type { Editor, Translation } from '../../actions';
import { setMeta } from '../../pipeline';
import { commit } from '../commit';
import { type Form, valueAt } from './form';

/** A form over what belongs to the pipeline as a whole. */
export function pipelineForm(editor: Editor, trans: Translation): Form {
  const { view } = editor;
  return {
    editor,
    view,
    trans,
    nodes: [],
    problems: view.problems.filter(problem => problem.node === undefined),
    get: path => valueAt(view.flow.pipeline, path),
    set: ([name], value) => {
      if (name === 'name' || name === 'description') {
        commit(editor, () => setMeta(editor.doc, name, typeof value === 'string' ? value : ''));
      }
    },
    edit: edits => commit(editor, edits)
  };
}
