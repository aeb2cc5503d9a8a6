import { LabIcon } from '@jupyterlab/ui-components';
import cells from '../../style/icons/cells.svg';
import container from '../../style/icons/container.svg';
import fit from '../../style/icons/fit.svg';
import importer from '../../style/icons/importer.svg';
import note from '../../style/icons/note.svg';
import tidy from '../../style/icons/tidy.svg';
import weft from '../../style/icons/weft.svg';
import zoomIn from '../../style/icons/zoom-in.svg';
import zoomOut from '../../style/icons/zoom-out.svg';

/** Two cells whose threads meet in a third. */
export const weftIcon = new LabIcon({ name: 'weft:pipeline', svgstr: weft });

// Making an icon registers its name, and actions name their icons.
Object.entries({
  cells,
  container,
  fit,
  importer,
  note,
  tidy,
  'zoom-in': zoomIn,
  'zoom-out': zoomOut
}).forEach(([name, svgstr]) => new LabIcon({ name: `weft:${name}`, svgstr }));

/** The icon that an action names, one of ours or of JupyterLab's. */
export function actionIcon(name: string): LabIcon {
  return LabIcon.resolve({ icon: name });
}
