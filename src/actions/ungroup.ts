import { isFrame } from '../flow';
import { ungroup as takeApart } from '../pipeline';
import type { Action } from './action';
import { change } from './change';
import type { Editor } from './editor';
import { selectedIds } from './selection';

export const ungroup: Action = {
  id: 'ungroup',
  label: trans => trans.__('Ungroup'),
  caption: trans => trans.__('Take the selected groups away and leave what they hold'),
  keys: ['Accel Shift G'],
  icon: 'weft:ungroup',
  menu: ['group'],
  writes: true,
  when: editor => selectedFrames(editor).length > 0,
  do: editor => {
    const groups = selectedFrames(editor);
    const freed = groups.flatMap(id => editor.view.flow.children.get(id) ?? []);
    const lost = change(editor, doc => groups.flatMap(id => takeApart(doc, id)));
    if (!lost) {
      return;
    }
    const { nodes } = editor.view.flow;
    editor.select({ nodes: freed });
    editor.canvas?.focus();
    editor.canvas?.announce(editor.trans.__('Ungrouped: %1 nodes are free.', freed.length));
    const titles = new Set(lost.flatMap(({ node }) => nodes.get(node)?.title ?? []));
    if (titles.size > 0) {
      editor.host.notify(
        editor.trans.__('What only the group could give is gone from: %1.', [...titles].join(', ')),
        'info'
      );
    }
  }
};

/** The selected groups that are drawn as frames. */
function selectedFrames(editor: Editor): string[] {
  const { nodes } = editor.view.flow;
  return selectedIds(editor).filter(id => {
    const flowNode = nodes.get(id);
    return flowNode !== undefined && isFrame(flowNode);
  });
}
