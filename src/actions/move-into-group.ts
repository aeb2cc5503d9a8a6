import { type Box, boxesOf, isFrame } from '../flow';
import type { Action } from './action';
import type { Editor } from './editor';
import { groupable } from './make-group';
import { moveTo } from './move-to';
import { mayBeIn, placeInside } from './places';

/** Into the group selected with the nodes, else into the nearest one beside them. */
export const moveIntoGroup: Action = {
  id: 'move-into-group',
  label: trans => trans.__('Move into Group'),
  caption: trans => trans.__('Move the selected nodes into the group selected last, or the nearest one'),
  keys: ['Accel Alt ArrowDown'],
  icon: 'weft:group',
  menu: ['node'],
  writes: true,
  when: editor => target(editor) !== undefined,
  do: editor => {
    const group = target(editor);
    if (group !== undefined) {
      const ids = groupable(editor).filter(id => id !== group);
      moveTo(editor, ids, group, placeInside(editor.view.flow, group));
    }
  }
};

function target(editor: Editor): string | undefined {
  const { flow } = editor.view;
  const ids = groupable(editor);
  const accepts = (group: string) =>
    ids.every(id => {
      const flowNode = flow.nodes.get(id);
      return id === group || (flowNode !== undefined && mayBeIn(flow, flowNode.node, group));
    });
  const last = ids.at(-1);
  if (last === undefined) {
    return undefined;
  }
  if (ids.length > 1 && isGroupHere(editor, last) && accepts(last)) {
    return last;
  }
  const beside = flow.children.get(flow.nodes.get(last)?.node.group ?? '') ?? [];
  const groups = beside.flatMap(id => [id, ...(flow.children.get(id) ?? [])]);
  const from = boxesOf(flow).get(last);
  return groups
    .filter(id => !ids.includes(id) && isGroupHere(editor, id) && accepts(id))
    .sort((a, b) => distance(editor, from, a) - distance(editor, from, b))[0];
}

function isGroupHere({ view: { flow } }: Editor, id: string): boolean {
  const flowNode = flow.nodes.get(id);
  return flowNode !== undefined && isFrame(flowNode);
}

function distance({ view: { flow } }: Editor, from: Box | undefined, id: string): number {
  const box = boxesOf(flow).get(id);
  return box && from
    ? Math.hypot(gap(box.x, box.width, from.x, from.width), gap(box.y, box.height, from.y, from.height))
    : Infinity;
}

/** How far apart two stretches of a line are; 0 when they overlap. */
const gap = (a: number, length: number, b: number, other: number) =>
  Math.max(0, a - b - other, b - a - length);
