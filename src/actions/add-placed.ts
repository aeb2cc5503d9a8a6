import { addNode, type KnownNode } from '../pipeline';
import { change } from './change';
import type { Editor } from './editor';
import { freePlace, isPosition } from './free-place';
import { goTo } from './selection';

/** Adds a node at the place an action was given, or at a free one, as one undo step; selects it and shows it. */
export function addPlaced(editor: Editor, node: KnownNode, args: Record<string, unknown>): void {
  const position = isPosition(args.position) ? args.position : freePlace(editor);
  const id = change(editor, doc => addNode(doc, node, position));
  if (id !== undefined) {
    goTo(editor, id);
  }
}
