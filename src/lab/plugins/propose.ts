import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { weftIcon } from '../icons';
import { IWeftTracker } from '../tokens';

const PROPOSE = 'weft:propose';

/** Proposes the steps of a notebook: the one in front, or the one selected in the file browser. */
const plugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-weft:propose',
  description: 'Turns notebooks into pipelines.',
  autoStart: true,
  requires: [IWeftTracker],
  optional: [ICommandPalette, IDefaultFileBrowser, INotebookTracker, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    tracker: IWeftTracker,
    palette: ICommandPalette | null,
    browser: IDefaultFileBrowser | null,
    notebooks: INotebookTracker | null,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_weft');
    const chosen = (args: { path?: unknown; ofFile?: unknown }): string | undefined => {
      const selected = args.ofFile ? browser?.selectedItems().next().value?.path : undefined;
      return typeof args.path === 'string' ? args.path : (selected ?? notebooks?.currentWidget?.context.path);
    };

    app.commands.addCommand(PROPOSE, {
      label: args =>
        args.toolbar
          ? ''
          : args.ofFile
            ? trans.__('Turn into a Weft Pipeline')
            : trans.__('Turn This Notebook into a Pipeline'),
      caption: trans.__('Turn this notebook into a pipeline: propose steps, each with the reason'),
      icon: args => (args.ofFile ? undefined : weftIcon),
      describedBy: {
        args: {
          type: 'object',
          properties: {
            path: { type: 'string', description: trans.__('The notebook; the one in front when absent') },
            ofFile: {
              type: 'boolean',
              description: trans.__('Whether the file selected in the browser is meant')
            }
          }
        }
      },
      isEnabled: args => args.ofFile === true || chosen(args) !== undefined,
      execute: async args => {
        const path = chosen(args);
        if (path === undefined) {
          return null;
        }
        const { proposePipeline } = await import('../propose');
        try {
          return await proposePipeline(path, tracker, { app, notebooks, trans });
        } catch (error) {
          Notification.error((error as Error).message, { autoClose: false });
          return null;
        }
      }
    });
    palette?.addItem({ command: PROPOSE, category: trans.__('Weft') });
    notebooks?.currentChanged.connect(() => app.commands.notifyCommandChanged(PROPOSE));
  }
};

export default plugin;
