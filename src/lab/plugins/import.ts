import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { FileDialog, IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { fileKind } from '../import/dropped-files';
import { FACTORY } from '../names';

const IMPORT_SPEC = 'weft:import-spec';

/** Draws a compiled Kubeflow pipeline: from the context menu of a file, or of one chosen in a dialog. */
const plugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-weft:import',
  description: 'Imports compiled Kubeflow pipelines as pipelines that can be edited.',
  autoStart: true,
  optional: [ICommandPalette, IDefaultFileBrowser, IDocumentManager, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    palette: ICommandPalette | null,
    browser: IDefaultFileBrowser | null,
    manager: IDocumentManager | null,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_weft');
    const { contents } = app.serviceManager;

    /** Asks for a file, starting in the folder that is looked at. */
    const ask = async (): Promise<string | undefined> => {
      if (!manager) {
        return undefined;
      }
      const { value } = await FileDialog.getOpenFiles({
        manager,
        title: trans.__('Import a Kubeflow pipeline'),
        defaultPath: browser?.model.path,
        filter: ({ type, path }) => (type === 'directory' || fileKind(path) === 'spec' ? {} : null),
        translator: translator ?? undefined
      });
      return value?.find(({ type }) => type !== 'directory')?.path;
    };

    app.commands.addCommand(IMPORT_SPEC, {
      label: args =>
        args.ofFile ? trans.__('Import as Weft Pipeline') : trans.__('Import Kubeflow Pipeline…'),
      caption: trans.__('Draw a compiled pipeline and write it beside its spec'),
      describedBy: {
        args: {
          type: 'object',
          properties: {
            path: { type: 'string', description: trans.__('The spec; asked for when absent') },
            ofFile: {
              type: 'boolean',
              description: trans.__('Whether the file selected in the browser is meant')
            }
          }
        }
      },
      execute: async args => {
        const selected = args.ofFile ? browser?.selectedItems().next().value?.path : undefined;
        const path = typeof args.path === 'string' ? args.path : (selected ?? (await ask()));
        if (path === undefined) {
          return null;
        }
        const { importFault, importFile, showReport } = await import('../import');
        const name = PathExt.basename(path);
        try {
          const drawn = await importFile(contents, path);
          await app.commands.execute('docmanager:open', { path: drawn.path, factory: FACTORY });
          await showReport(name, drawn.report, trans);
          return drawn.path;
        } catch (error) {
          Notification.error(trans.__('%1 was not imported: %2', name, importFault(error)), {
            autoClose: false
          });
          return null;
        }
      }
    });
    palette?.addItem({ command: IMPORT_SPEC, category: trans.__('Weft') });
  }
};

export default plugin;
