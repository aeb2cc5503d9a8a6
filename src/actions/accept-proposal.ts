import { layoutPipeline, resolve } from '../flow';
import { drawProposal, moveNodes, type SharedPipeline } from '../pipeline';
import type { Action } from './action';
import { change } from './change';
import { offerOf, type OpenProposal } from './proposal';

/** Draws the steps that are offered: those named by the argument `steps` (first cells), else all. One undo step. */
export const acceptProposal: Action = {
  id: 'accept-proposal',
  label: trans => trans.__('Accept Proposed Steps'),
  caption: trans => trans.__('Draw all steps that are proposed for the notebook'),
  writes: true,
  when: ({ view }) => view.proposal !== null && offerOf(view.proposal, view.flow.pipeline).steps.length > 0,
  do: async (editor, args) => {
    const { proposal, flow } = editor.view;
    if (!proposal) {
      return;
    }
    const { steps } = offerOf(proposal, flow.pipeline);
    const chosen = Array.isArray(args.steps)
      ? steps.filter(step => (args.steps as unknown[]).includes(step.cells[0]))
      : steps;
    const isEmpty = flow.nodes.size === 0;
    const ids = change(editor, doc => {
      const drawn = drawProposal(doc, proposal.notebook, proposal.analyzed, proposal.proposal, chosen);
      if (isEmpty) {
        layOut(doc, proposal);
      }
      return drawn;
    });
    if (!ids || ids.length === 0) {
      return;
    }
    editor.canvas?.fit([...editor.view.flow.nodes.keys()]);
    editor.canvas?.announce(editor.trans.__('%1 steps drawn.', ids.length));
  }
};

/** Arranges a pipeline of proposed steps alone as *Tidy* does, which leads wires around the steps between their ends. */
function layOut(doc: SharedPipeline, { analyzed }: OpenProposal): void {
  moveNodes(doc, layoutPipeline(resolve(doc.pipeline, { notebook: () => analyzed })));
}
