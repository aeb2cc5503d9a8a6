import type { Action } from './action';
import { addCells } from './add-cells';
import { addContainer } from './add-container';
import { addImporter } from './add-importer';
import { addNote } from './add-note';
import { cancelRun } from './cancel-run';
import { clearSelection } from './clear-selection';
import { connect } from './connect';
import { copy } from './copy';
import { cut } from './cut';
import { deleteSelection } from './delete';
import { duplicate } from './duplicate';
import { fit } from './fit';
import { fitSelection } from './fit-selection';
import { nudges } from './nudge';
import { openSource } from './open-source';
import { paste } from './paste';
import { redo } from './redo';
import { rename } from './rename';
import { runLocally } from './run-locally';
import { runUntil } from './run-until';
import { selectAll } from './select-all';
import { tidy } from './tidy';
import { tidySelection } from './tidy-selection';
import { undo } from './undo';
import { walks } from './walk';
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
  addContainer,
  addImporter,
  addNote,
  connect,
  openSource,
  tidy,
  tidySelection,
  fit,
  fitSelection,
  zoomIn,
  zoomOut,
  zoom100,
  ...walks,
  ...walkEdges,
  ...walkProblems,
  ...nudges,
  runLocally,
  runUntil,
  cancelRun
];
