import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import commands from './plugins/commands';
import document from './plugins/document';
import imports from './plugins/import';
import kernelFacts from './plugins/kernel-facts';
import propose from './plugins/propose';
import sidebars from './plugins/sidebars';

export { IWeftTracker } from './tokens';

const plugins: JupyterFrontEndPlugin<unknown>[] = [
  document,
  commands,
  imports,
  kernelFacts,
  propose,
  sidebars
];
export default plugins;
