import type { Action } from './action';

export const dismissProposal: Action = {
  id: 'dismiss-proposal',
  label: trans => trans.__('Dismiss Proposed Steps'),
  caption: trans => trans.__('Put the proposal away; what was drawn stays'),
  writes: false,
  when: editor => editor.view.proposal !== null,
  do: editor => editor.setProposal(null)
};
