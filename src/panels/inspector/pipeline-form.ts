import type { Editor, Translation } from '../../actions';
import { setPipelineField } from '../../pipeline';
import { commit } from '../commit';
import { type Form, valueAt } from './form';

type PipelinePath = Parameters<typeof setPipelineField>[1];

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
    set: (path, value) => commit(editor, () => setPipelineField(editor.doc, path as PipelinePath, value)),
    edit: edits => commit(editor, edits)
  };
}
