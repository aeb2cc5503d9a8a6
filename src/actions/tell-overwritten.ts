import type { Overwritten } from '../pipeline';
import type { Editor } from './editor';
import { peerName } from './peer-name';

/** Says what undoing or redoing left alone because others wrote there since: one sentence, or nothing. */
export function tellOverwritten(editor: Editor, left: readonly Overwritten[]): void {
  if (left.length === 0) {
    return;
  }
  const { trans } = editor;
  const who = authors(editor, left);
  const message =
    left.length === 1
      ? trans.__('%1 changed %2 since; this was left as it is.', who, placeOf(editor, left[0]))
      : trans.__('%1 changed %2 of these settings since; they were left as they are.', who, left.length);
  editor.canvas?.announce(message);
  editor.host.notify(message, 'info');
}

function authors(editor: Editor, left: readonly Overwritten[]): string {
  const names = left.map(({ client }) => peerName(editor, client));
  const [name] = names;
  return name !== undefined && names.every(other => other === name) ? name : editor.trans.__('Somebody else');
}

/** A place in the document, in words. */
function placeOf({ view, trans }: Editor, { path: [map, id, ...field] }: Overwritten): string {
  const title = view.flow.nodes.get(id)?.title ?? id;
  switch (map) {
    case 'nodes':
      return field.length === 0 ? title : trans.__('“%1” of %2', field.join('.'), title);
    case 'layout':
      return trans.__('the place of %1', title);
    case 'parameters':
      return trans.__('the parameter %1', id);
    default:
      return trans.__('“%1” of the pipeline', id);
  }
}
