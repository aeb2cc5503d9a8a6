import type { Action, Translation } from './action';
import { currentNode, goTo, selectedIds } from './selection';
import { type Direction, neighbour, readingOrder } from './neighbours';

const LABELS: Record<
  Direction,
  { walk: (trans: Translation) => string; extend: (trans: Translation) => string }
> = {
  left: {
    walk: trans => trans.__('Go to the Node Before'),
    extend: trans => trans.__('Select the Node Before Too')
  },
  right: {
    walk: trans => trans.__('Go to the Node After'),
    extend: trans => trans.__('Select the Node After Too')
  },
  up: {
    walk: trans => trans.__('Go to the Node Above'),
    extend: trans => trans.__('Select the Node Above Too')
  },
  down: {
    walk: trans => trans.__('Go to the Node Below'),
    extend: trans => trans.__('Select the Node Below Too')
  }
};
const KEYS: Record<Direction, string> = {
  left: 'ArrowLeft',
  right: 'ArrowRight',
  up: 'ArrowUp',
  down: 'ArrowDown'
};
const DIRECTIONS = Object.keys(KEYS) as Direction[];

/** Arrow keys walk the graph; with Shift they take the node they reach into the selection. */
export const walks: Action[] = DIRECTIONS.flatMap(direction => [
  action(`walk-${direction}`, LABELS[direction].walk, KEYS[direction], direction, false),
  action(`extend-${direction}`, LABELS[direction].extend, `Shift ${KEYS[direction]}`, direction, true)
]);

function action(
  id: string,
  label: (trans: Translation) => string,
  key: string,
  direction: Direction,
  extend: boolean
): Action {
  return {
    id,
    label,
    keys: [key],
    writes: false,
    when: editor => editor.view.flow.nodes.size > 0,
    do: editor => {
      const { flow } = editor.view;
      const here = currentNode(editor);
      const next = here ? neighbour(flow, here.id, direction) : readingOrder(flow)[0];
      if (next === undefined) {
        editor.canvas?.announce(editor.trans.__('No node there.'));
      } else if (extend) {
        editor.select({ nodes: [...selectedIds(editor).filter(other => other !== next), next] });
        editor.canvas?.reveal(next);
      } else {
        goTo(editor, next);
      }
    }
  };
}
