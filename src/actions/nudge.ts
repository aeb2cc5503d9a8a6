import { moveNodes, type Position } from '../pipeline';
import type { Action, Translation } from './action';
import { change } from './change';
import { hasNodes, selectedIds } from './selection';

/** Flow units that one press moves, and how many times more with Shift. */
const STEP = 10;
const FAR = 4;

const NUDGES: { id: string; label: (trans: Translation) => string; key: string; by: Position }[] = [
  { id: 'left', label: trans => trans.__('Move Left'), key: 'ArrowLeft', by: [-STEP, 0] },
  { id: 'right', label: trans => trans.__('Move Right'), key: 'ArrowRight', by: [STEP, 0] },
  { id: 'up', label: trans => trans.__('Move Up'), key: 'ArrowUp', by: [0, -STEP] },
  { id: 'down', label: trans => trans.__('Move Down'), key: 'ArrowDown', by: [0, STEP] }
];
const FARTHER: Record<string, (trans: Translation) => string> = {
  left: trans => trans.__('Move Farther Left'),
  right: trans => trans.__('Move Farther Right'),
  up: trans => trans.__('Move Farther Up'),
  down: trans => trans.__('Move Farther Down')
};

export const nudges: Action[] = NUDGES.flatMap(({ id, label, key, by }) => [
  action(`nudge-${id}`, label, `Accel ${key}`, by),
  action(`nudge-far-${id}`, FARTHER[id], `Accel Shift ${key}`, [by[0] * FAR, by[1] * FAR])
]);

function action(id: string, label: (trans: Translation) => string, key: string, [dx, dy]: Position): Action {
  return {
    id,
    label,
    keys: [key],
    writes: true,
    when: hasNodes,
    do: editor => {
      const { layout } = editor.view.flow.pipeline;
      const moved = selectedIds(editor).map(node => {
        const [x, y] = layout[node] ?? [0, 0];
        return [node, [x + dx, y + dy] as Position] as const;
      });
      change(editor, doc => moveNodes(doc, Object.fromEntries(moved)));
    }
  };
}
