import type { NodeKind } from '../../../pipeline';
import type { Section } from '../field';
import { title } from './every-node';
import {
  BRANCH_SECTIONS,
  CHOICE_SECTIONS,
  EXIT_HANDLER_SECTIONS,
  LOOP_SECTIONS,
  SUB_PIPELINE_SECTIONS
} from './groups';
import {
  CELLS_SECTIONS,
  COMPONENT_SECTIONS,
  CONTAINER_SECTIONS,
  IMPORTER_SECTIONS,
  NOTEBOOK_SECTIONS,
  NOTE_SECTIONS
} from './steps';

export { PIPELINE_SECTIONS } from './pipeline';
export { STEP_SECTIONS } from './step';

/** What the inspector shows for each kind, in order. */
export const NODE_SECTIONS: Record<NodeKind, Section[]> = {
  cells: CELLS_SECTIONS,
  notebook: NOTEBOOK_SECTIONS,
  container: CONTAINER_SECTIONS,
  importer: IMPORTER_SECTIONS,
  component: COMPONENT_SECTIONS,
  note: NOTE_SECTIONS,
  loop: LOOP_SECTIONS,
  choice: CHOICE_SECTIONS,
  branch: BRANCH_SECTIONS,
  'exit-handler': EXIT_HANDLER_SECTIONS,
  pipeline: SUB_PIPELINE_SECTIONS
};

/** A node of a kind that this version does not know: its title is all that can be edited safely. */
export const OPAQUE_SECTIONS: Section[] = [
  { id: 'general', title: trans => trans.__('Unknown kind'), fields: [title] }
];

/** Settings without a field, each with the place where they are made. */
export const ELSEWHERE: Record<string, string> = {
  kind: 'fixed when the node is made',
  group: 'by dragging into or out of a group on the canvas',
  size: 'by dragging a corner of the note on the canvas',
  rank: 'by the order of the branches, in the inspector of their choice',
  weft: 'the version of the file',
  id: 'fixed when the pipeline is made',
  nodes: 'on the canvas',
  layout: 'on the canvas',
  comments: 'in the panel of comments'
};
