import { type Editor, type EditorView, peerName } from '../../actions';
import type { PipelineChange } from '../../pipeline';

/** Says that others deleted the node whose settings are open, and who did where that is known; null when none did. */
export function goneText(
  editor: Editor,
  { selection, flow }: EditorView,
  { local, nodes }: PipelineChange
): string | null {
  const { doc, trans } = editor;
  const [id] = selection.nodes;
  const isOpen = !local && selection.nodes.size === 1 && nodes.has(id);
  if (!isOpen || Object.hasOwn(doc.pipeline.nodes, id)) {
    return null;
  }
  const who = peerName(editor, doc.deletedBy(id)) ?? trans.__('Somebody else');
  return trans.__('%1 deleted %2, whose settings were open.', who, flow.nodes.get(id)?.title ?? id);
}
