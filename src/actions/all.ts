import type { Action } from './action';
import { acceptChanges } from './accept-changes';
import { acceptProposal } from './accept-proposal';
import { addBranch } from './add-branch';
import { addCells } from './add-cells';
import { addChoice } from './add-choice';
import { addComment } from './add-comment';
import { addContainer } from './add-container';
import { addCreateVolume } from './add-create-volume';
import { addDeleteVolume } from './add-delete-volume';
import { addElse } from './add-else';
import { addElseIf } from './add-else-if';
import { addExitHandler } from './add-exit-handler';
import { addExitStep } from './add-exit-step';
import { addImporter } from './add-importer';
import { addInput } from './add-input';
import { addLoop } from './add-loop';
import { addNotebook } from './add-notebook';
import { addNote } from './add-note';
import { addPipeline } from './add-pipeline';
import { cancelRun } from './cancel-run';
import { clearSelection } from './clear-selection';
import { connect } from './connect';
import { copy } from './copy';
import { cut } from './cut';
import { deleteSelection } from './delete';
import { dismissProposal } from './dismiss-proposal';
import { duplicate } from './duplicate';
import { enterGroup } from './enter-group';
import { exportName } from './export-name';
import { fit } from './fit';
import { fitSelection } from './fit-selection';
import { followCode } from './follow-code';
import { groupAsChoice } from './group-as-choice';
import { groupAsExitHandler } from './group-as-exit-handler';
import { groupAsIf } from './group-as-if';
import { groupAsLoop } from './group-as-loop';
import { groupAsPipeline } from './group-as-pipeline';
import { leaveGroup } from './leave-group';
import { makeParameter } from './make-parameter';
import { makeParameters } from './make-parameters';
import { mergeSteps } from './merge-steps';
import { moveIntoGroup } from './move-into-group';
import { moveOutOfGroup } from './move-out-of-group';
import { nudges } from './nudge';
import { openSource } from './open-source';
import { paste } from './paste';
import { pinEdge } from './pin-edge';
import { pinPackages } from './pin-packages';
import { redo } from './redo';
import { rename } from './rename';
import { replyToComment } from './reply-to-comment';
import { runLocally } from './run-locally';
import { runUntil } from './run-until';
import { selectAll } from './select-all';
import { splitStep } from './split-step';
import { takeNotebookValue } from './take-notebook-value';
import { tidy } from './tidy';
import { tidySelection } from './tidy-selection';
import { undo } from './undo';
import { ungroup } from './ungroup';
import { walks } from './walk';
import { walkComments } from './walk-comments';
import { walkEdges } from './walk-edges';
import { walkProblems } from './walk-problems';
import { zoom100 } from './zoom-100';
import { zoomIn } from './zoom-in';
import { zoomOut } from './zoom-out';
/** Everything a user can do with an open pipeline, in the order in which a palette lists it. */
export const ACTIONS: readonly Action[] = [
  undo,
  redo,
  cut,
  copy,
  paste,
  duplicate,
  deleteSelection,
  selectAll,
  clearSelection,
  rename,
  addCells,
  acceptProposal,
  dismissProposal,
  addNotebook,
  addContainer,
  addImporter,
  addNote,
  addLoop,
  addBranch,
  addChoice,
  addElseIf,
  addElse,
  addExitHandler,
  addExitStep,
  addPipeline,
  addCreateVolume,
  addDeleteVolume,
  groupAsLoop,
  groupAsIf,
  groupAsChoice,
  groupAsExitHandler,
  groupAsPipeline,
  ungroup,
  moveIntoGroup,
  moveOutOfGroup,
  connect,
  pinEdge,
  followCode,
  addInput,
  exportName,
  makeParameter,
  makeParameters,
  takeNotebookValue,
  pinPackages,
  acceptChanges,
  mergeSteps,
  splitStep,
  openSource,
  addComment,
  replyToComment,
  tidy,
  tidySelection,
  fit,
  fitSelection,
  zoomIn,
  zoomOut,
  zoom100,
  ...walks,
  enterGroup,
  leaveGroup,
  ...walkEdges,
  ...walkProblems,
  ...walkComments,
  ...nudges,
  runLocally,
  runUntil,
  cancelRun
];
