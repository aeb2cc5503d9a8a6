import {
  addIcon,
  codeIcon,
  copyIcon,
  cutIcon,
  deleteIcon,
  downloadIcon,
  duplicateIcon,
  fileUploadIcon,
  LabIcon,
  pasteIcon,
  redoIcon,
  runIcon,
  stopIcon,
  undoIcon
} from '@jupyterlab/ui-components';
import fit from '../../style/icons/fit.svg';
import tidy from '../../style/icons/tidy.svg';
import weft from '../../style/icons/weft.svg';

/** Two cells whose threads meet in a third. */
export const weftIcon = new LabIcon({ name: 'weft:pipeline', svgstr: weft });

/** Icons that actions name. */
const ICONS: Record<string, LabIcon> = {
  add: addIcon,
  code: codeIcon,
  copy: copyIcon,
  cut: cutIcon,
  delete: deleteIcon,
  duplicate: duplicateIcon,
  export: downloadIcon,
  fit: new LabIcon({ name: 'weft:fit', svgstr: fit }),
  import: fileUploadIcon,
  paste: pasteIcon,
  redo: redoIcon,
  run: runIcon,
  stop: stopIcon,
  tidy: new LabIcon({ name: 'weft:tidy', svgstr: tidy }),
  undo: undoIcon
};

/** The icon of an action; undefined when it has none. */
export const actionIcon = (name: string): LabIcon | undefined => ICONS[name];
