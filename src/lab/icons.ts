import { LabIcon } from '@jupyterlab/ui-components';
import branch from '../../style/icons/branch.svg';
import cells from '../../style/icons/cells.svg';
import choice from '../../style/icons/choice.svg';
import container from '../../style/icons/container.svg';
import exitHandler from '../../style/icons/exit-handler.svg';
import fit from '../../style/icons/fit.svg';
import group from '../../style/icons/group.svg';
import importer from '../../style/icons/importer.svg';
import loop from '../../style/icons/loop.svg';
import note from '../../style/icons/note.svg';
import subPipeline from '../../style/icons/sub-pipeline.svg';
import tidy from '../../style/icons/tidy.svg';
import ungroup from '../../style/icons/ungroup.svg';
import volume from '../../style/icons/volume.svg';
import weft from '../../style/icons/weft.svg';
import zoomIn from '../../style/icons/zoom-in.svg';
import zoomOut from '../../style/icons/zoom-out.svg';

/** Two cells whose threads meet in a third. */
export const weftIcon = new LabIcon({ name: 'weft:pipeline', svgstr: weft });

// Making an icon registers its name, and actions name their icons.
Object.entries({
  branch,
  cells,
  choice,
  container,
  'exit-handler': exitHandler,
  fit,
  group,
  importer,
  loop,
  note,
  'sub-pipeline': subPipeline,
  tidy,
  ungroup,
  volume,
  'zoom-in': zoomIn,
  'zoom-out': zoomOut
}).forEach(([name, svgstr]) => new LabIcon({ name: `weft:${name}`, svgstr }));

/** The icon that an action names, one of ours or of JupyterLab's. */
export function actionIcon(name: string): LabIcon {
  return LabIcon.resolve({ icon: name });
}
