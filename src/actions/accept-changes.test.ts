import { expect, it } from 'vitest';
import { isEnabled } from './action';
import { acceptChanges, changedCells, hasManyChanges } from './accept-changes';
import { openTestEditor } from './testing/open-test-editor';

it('accepts the changes of all cells as one undo step', async () => {
  const { editor, steps } = await openTestEditor();
  const before = editor.doc.stored.nodes;
  expect(
    changedCells(editor.view.flow)
      .map(([node]) => node)
      .sort()
  ).toEqual(['clean', 'load']);
  expect([hasManyChanges(editor.view.flow), isEnabled(acceptChanges, editor)]).toEqual([true, true]);
  const undone = steps();
  await acceptChanges.do(editor, {});
  expect(steps()).toBe(undone + 1);
  expect([changedCells(editor.view.flow), isEnabled(acceptChanges, editor)]).toEqual([[], false]);
  expect(editor.view.problems.some(({ rule }) => rule === 'cell-changed')).toBe(false);
  editor.doc.undo();
  expect(editor.doc.stored.nodes).toEqual(before);
});
