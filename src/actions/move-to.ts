import { boxAround, boxesOf } from '../flow';
import { moveIntoGroup, moveNodes, type Position, withDescendants } from '../pipeline';
import { change } from './change';
import type { Editor } from './editor';
import { goTo } from './selection';

/** Moves nodes into a group, or out of all, and sets them down at a place as they stand to each other. */
export function moveTo(
  editor: Editor,
  ids: readonly string[],
  group: string | undefined,
  place: Position
): void {
  const { flow } = editor.view;
  const all = boxesOf(flow);
  const around = boxAround(ids.flatMap(id => all.get(id) ?? []));
  if (!around) {
    return;
  }
  const [dx, dy] = [place[0] - around.x, place[1] - around.y];
  const moved: Record<string, Position> = {};
  for (const id of withDescendants(flow.pipeline.nodes, ids)) {
    const box = all.get(id);
    if (box) {
      moved[id] = [box.x + dx, box.y + dy];
    }
  }
  const done = change(editor, doc => {
    moveIntoGroup(doc, ids, group);
    moveNodes(doc, moved);
    return true;
  });
  if (!done) {
    return;
  }
  goTo(editor, ids[ids.length - 1]);
  editor.select({ nodes: ids });
  const title = (id: string) => flow.nodes.get(id)?.title ?? id;
  const what = ids.length === 1 ? title(ids[0]) : editor.trans.__('%1 nodes', ids.length);
  editor.canvas?.announce(
    group === undefined
      ? editor.trans.__('%1 is now outside of all groups.', what)
      : editor.trans.__('%1 is now inside %2.', what, title(group))
  );
}
