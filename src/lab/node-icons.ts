import branch from '../../style/icons/branch.svg';
import cells from '../../style/icons/cells.svg';
import choice from '../../style/icons/choice.svg';
import container from '../../style/icons/container.svg';
import exitHandler from '../../style/icons/exit-handler.svg';
import importer from '../../style/icons/importer.svg';
import loop from '../../style/icons/loop.svg';
import notebook from '../../style/icons/notebook.svg';
import note from '../../style/icons/note.svg';
import subPipeline from '../../style/icons/sub-pipeline.svg';
import volume from '../../style/icons/volume.svg';

/** Icons of the kinds of nodes, as actions name them. */
export const NODE_ICONS: Readonly<Record<string, string>> = {
  branch,
  cells,
  choice,
  container,
  'exit-handler': exitHandler,
  importer,
  loop,
  notebook,
  note,
  'sub-pipeline': subPipeline,
  volume
};
