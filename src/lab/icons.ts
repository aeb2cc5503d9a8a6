import { LabIcon } from '@jupyterlab/ui-components';
import weft from '../../style/icons/weft.svg';

/** Two cells whose threads meet in a third. */
export const weftIcon = new LabIcon({ name: 'weft:pipeline', svgstr: weft });

/** Lets actions name icons: making one registers its name. */
export function registerIcons(svgs: Readonly<Record<string, string>>): void {
  Object.entries(svgs).forEach(([name, svgstr]) => new LabIcon({ name: `weft:${name}`, svgstr }));
}

/** The icon that an action names, one of ours or of JupyterLab's. */
export function actionIcon(name: string): LabIcon {
  return LabIcon.resolve({ icon: name });
}
