import { addNode, type KnownNode, type Position, type SharedPipeline } from '../pipeline';
import { change } from './change';
import type { Editor } from './editor';
import { freePlace, groupAt, isPosition, mayBeIn, placeInside } from './places';
import { currentNode, goTo } from './selection';

/**
 * Adds a node at the place an action was given, inside the group that is drawn there; else inside the group that is
 * selected, else at a free place. One undo step; the node is selected and shown.
 * @param more what else belongs to the same step, such as branches of a choice
 */
export function addPlaced(
  editor: Editor,
  node: KnownNode,
  args: Record<string, unknown>,
  more?: (doc: SharedPipeline, id: string, position: Position) => void
): void {
  const { group, position } = placeFor(editor, node, args);
  const id = change(editor, doc => {
    const added = addNode(doc, { ...node, ...(group !== undefined && { group }) }, position);
    more?.(doc, added, position);
    return added;
  });
  if (id !== undefined) {
    goTo(editor, id);
    sayWhere(editor, id, group);
  }
}

function placeFor(
  editor: Editor,
  node: KnownNode,
  args: Record<string, unknown>
): { group: string | undefined; position: Position } {
  const { flow, selection } = editor.view;
  const position = isPosition(args.position) ? args.position : editor.canvas?.pointed?.();
  const selected = selection.nodes.size === 1 ? currentNode(editor)?.id : undefined;
  if (!position && selected !== undefined && mayBeIn(flow, node, selected)) {
    return { group: selected, position: placeInside(flow, selected) };
  }
  const place = position ?? freePlace(editor);
  return { group: groupAt(flow, node, place), position: place };
}

function sayWhere(editor: Editor, id: string, group: string | undefined): void {
  const title = (each: string) => editor.view.flow.nodes.get(each)?.title ?? each;
  if (group !== undefined) {
    editor.canvas?.announce(editor.trans.__('%1 added inside %2.', title(id), title(group)));
  }
}
