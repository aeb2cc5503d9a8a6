import type { Position } from '../pipeline';
import type { Editor } from './editor';

const STEP = 40;

/** Where a new node goes when the user did not point at a place: in the middle of the view, beside what is there. */
export function freePlace(editor: Editor): Position {
  const taken = Object.values(editor.view.flow.pipeline.layout);
  let [x, y] = (editor.canvas?.centre() ?? [0, 0]).map(Math.round);
  while (taken.some(([left, top]) => Math.abs(left - x) < STEP / 2 && Math.abs(top - y) < STEP / 2)) {
    x += STEP;
    y += STEP;
  }
  return [x, y];
}

/** Whether an argument of an action is a place on the canvas. */
export function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length === 2 && value.every(part => Number.isFinite(part));
}
