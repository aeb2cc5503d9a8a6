import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, IToolbarWidgetRegistry, showErrorMessage } from '@jupyterlab/apputils';
import { IStatusBar } from '@jupyterlab/statusbar';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import type { LiveFile } from '../live/live-file';
import { SaveStateWidget } from '../live/save-state-widget';
import { FACTORY } from '../names';
import { IWeftLive, IWeftTracker, type WeftDocumentWidget } from '../tokens';

const CommandIDs = {
  share: 'weft:share',
  versions: 'weft:versions',
  status: 'weft:live-status',
  reconnect: 'weft:reconnect'
} as const;

/** Says whether edits are safe, and opens what is shared: rights and versions. */
const plugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-weft:team',
  description: 'Shows the save state of pipelines, who may edit them, and their versions.',
  autoStart: true,
  requires: [IWeftTracker],
  optional: [IWeftLive, ICommandPalette, IToolbarWidgetRegistry, IStatusBar, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    tracker: IWeftTracker,
    live: IWeftLive | null,
    palette: ICommandPalette | null,
    toolbars: IToolbarWidgetRegistry | null,
    statusBar: IStatusBar | null,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_weft');
    const fileOf = (widget: WeftDocumentWidget | null): LiveFile | null =>
      (widget && live?.of(widget.context.model.sharedModel)) ?? null;
    const current = (): LiveFile | null => fileOf(tracker.currentWidget);

    const add = (
      id: string,
      label: string,
      caption: string,
      show: (file: LiveFile) => Promise<void> | void
    ): void => {
      app.commands.addCommand(id, {
        label,
        caption,
        describedBy: { args: { type: 'object', properties: {} } },
        isEnabled: () => current() !== null,
        execute: async () => {
          const file = current();
          try {
            await (file && show(file));
          } catch (error) {
            void showErrorMessage(label, error as Error);
          }
        }
      });
      palette?.addItem({ command: id, category: trans.__('Weft') });
    };
    add(CommandIDs.share, trans.__('Share'), trans.__('Say who may see, comment on or edit'), async file =>
      (await import('../live/dialogs')).showShares(file, trans)
    );
    add(
      CommandIDs.versions,
      trans.__('Versions'),
      trans.__('Name this version, compare with or restore an old one'),
      async file => (await import('../live/dialogs')).showVersions(file, trans)
    );
    add(
      CommandIDs.status,
      trans.__('Show Save State'),
      trans.__('Say where live editing stands, and what can be done'),
      async file => (await import('../live/dialogs')).showStatus(file, trans)
    );
    add(CommandIDs.reconnect, trans.__('Reconnect to the Hub'), trans.__('Try to reach the hub now'), file =>
      file.reconnect()
    );

    toolbars?.addFactory<WeftDocumentWidget>(
      FACTORY,
      'save-state',
      widget => new SaveStateWidget(() => fileOf(widget), trans, true)
    );
    if (statusBar) {
      const item = new SaveStateWidget(current, trans, false);
      tracker.currentChanged.connect(() => item.update());
      statusBar.registerStatusItem('jupyterlab-weft:save-state', {
        item,
        align: 'right',
        rank: 80,
        isActive: () => app.shell.currentWidget !== null && app.shell.currentWidget === tracker.currentWidget
      });
    }
  }
};

export default plugin;
