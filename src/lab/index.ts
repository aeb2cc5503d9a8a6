import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import commands from './plugins/commands';
import document from './plugins/document';
import imports from './plugins/import';
import kernelFacts from './plugins/kernel-facts';
import live from './plugins/live';
import propose from './plugins/propose';
import sidebars from './plugins/sidebars';
import team from './plugins/team';

export { IWeftLive, IWeftTracker } from './tokens';

const plugins: JupyterFrontEndPlugin<unknown>[] = [
  live,
  document,
  commands,
  imports,
  kernelFacts,
  propose,
  sidebars,
  team
];
export default plugins;
