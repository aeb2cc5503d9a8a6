import { expect, it } from 'vitest';
import { layoutPipeline } from '../flow';
import type { AnalyzedNotebook } from '../notebook';
import { newPipeline } from '../pipeline';
import { acceptProposal } from './accept-proposal';
import type { OpenProposal } from './proposal';
import { openTestEditor, testNotebooks } from './testing/open-test-editor';

async function proposalOf(steps: string[][]): Promise<OpenProposal> {
  const analyzed = (await testNotebooks()).notebook('a.ipynb') as AnalyzedNotebook;
  return {
    notebook: 'a.ipynb',
    analyzed,
    proposal: {
      steps: steps.map(cells => ({ cells, title: cells[0], gpu: 'none', why: [] })),
      skipped: [],
      prelude: [],
      parameters: []
    }
  };
}

it('lays an empty pipeline out as Tidy would, in the same undo step', async () => {
  const { editor } = await openTestEditor();
  editor.doc.load(newPipeline({ id: 'p', name: 'demo' }));
  editor.setProposal(await proposalOf([['c1'], ['c2'], ['c3', 'c4']]));
  await acceptProposal.do(editor, {});
  const { flow } = editor.view;
  expect(flow.nodes.size).toBe(3);
  expect(flow.pipeline.layout).toEqual(layoutPipeline(flow));
  editor.doc.undo();
  expect(editor.view.flow.nodes.size).toBe(0);
});

it('leaves what is drawn where it is', async () => {
  const { editor } = await openTestEditor();
  const before = { ...editor.view.flow.pipeline.layout };
  editor.setProposal(await proposalOf([['c3', 'c4']]));
  await acceptProposal.do(editor, {});
  expect(editor.view.flow.pipeline.layout).toMatchObject(before);
});
