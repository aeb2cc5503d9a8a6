import { drawProposal } from '../pipeline';
import type { Action } from './action';
import { change } from './change';
import { offerOf } from './proposal';

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
    const ids = change(editor, doc =>
      drawProposal(doc, proposal.notebook, proposal.analyzed, proposal.proposal, chosen)
    );
    if (!ids || ids.length === 0) {
      return;
    }
    editor.canvas?.fit([...editor.view.flow.nodes.keys()]);
    editor.canvas?.announce(editor.trans.__('%1 steps drawn.', ids.length));
  }
};
