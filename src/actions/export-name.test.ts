import { expect, it } from 'vitest';
import { exportName } from './export-name';
import { openTestEditor, testNotebooks } from './testing/open-test-editor';

it('offers names that somebody gave, not those that are thrown away or kept for the machine', async () => {
  const source =
    'import random\nrandom.seed(1)\nfor _ in range(3):\n    a, __ = 1, 2\n__all__ = ["a"]\nb = random.random()\nb';
  const { editor } = await openTestEditor({}, { notebooks: await testNotebooks([source, 'a']) });
  const offered: string[] = [];
  editor.canvas!.choose = (_node, outputs) => {
    offered.push(...outputs);
    return Promise.resolve(null);
  };
  editor.select({ nodes: ['load'] });
  await exportName.do(editor, {});
  expect(offered).toEqual(['a', 'b']);
});
