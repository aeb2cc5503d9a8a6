import { ancestors, type GroupNode, groupNodes, isNote, type SharedPipeline } from '../pipeline';
import { change } from './change';
import type { Editor } from './editor';
import { goTo, selectedIds } from './selection';

/** The selected nodes that a group can be made around: those inside other selected groups go with these. */
export function groupable(editor: Editor): string[] {
  const { nodes } = editor.view.flow.pipeline;
  const chosen = new Set(selectedIds(editor));
  return [...chosen].filter(id => !ancestors(nodes, id).some(group => chosen.has(group)));
}

/** Whether the selection can become a group: something that runs, all of it side by side. */
export function mayGroup(editor: Editor): boolean {
  const { nodes } = editor.view.flow.pipeline;
  const ids = groupable(editor);
  return ids.some(id => !isNote(nodes[id])) && new Set(ids.map(id => nodes[id].group)).size === 1;
}

/**
 * Makes a group around the selection as one undo step, selects it and says so.
 * @param finish gives the new group its settings
 */
export function makeGroup(
  editor: Editor,
  kind: GroupNode['kind'],
  finish?: (doc: SharedPipeline, id: string) => void
): void {
  const ids = groupable(editor);
  const group = change(editor, doc => {
    const made = groupNodes(doc, ids, kind);
    finish?.(doc, made);
    return made;
  });
  if (group !== undefined) {
    goTo(editor, group);
    const title = editor.view.flow.nodes.get(group)?.title ?? group;
    editor.canvas?.announce(editor.trans.__('%1 nodes are now inside %2.', ids.length, title));
  }
}
