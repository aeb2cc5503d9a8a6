import { isCode, isCells, isNote } from '../pipeline';
import type { Action } from './action';
import { currentNode } from './selection';

export const openSource: Action = {
  id: 'open-source',
  label: trans => trans.__('Open'),
  caption: trans =>
    trans.__('Open the notebook of the selected node at its cell, the text of a note, or the settings'),
  keys: ['Enter'],
  icon: 'ui-components:launch',
  menu: ['node'],
  writes: false,
  when: editor => currentNode(editor) !== undefined,
  do: editor => {
    const node = currentNode(editor);
    if (node && isCode(node.node) && editor.host.openFile) {
      const failure = editor.view.run?.steps.get(node.id)?.failure;
      editor.host.openFile(
        node.node.notebook,
        failure?.cell ?? (isCells(node.node) ? node.node.cells[0]?.id : undefined),
        failure?.line
      );
    } else if (node && isNote(node.node) && !editor.view.readOnly) {
      editor.canvas?.rename(node.id);
    } else if (node) {
      editor.host.openInspector?.();
    }
  }
};
