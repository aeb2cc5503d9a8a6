import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { ILauncher } from '@jupyterlab/launcher';
import { IMainMenu } from '@jupyterlab/mainmenu';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { ACTIONS, type Action, type OpenEditor } from '../../actions';
import { FACTORY } from '../names';
import { actionIcon, registerIcons, weftIcon } from '../icons';
import { NODE_ICONS } from '../node-icons';
import { selectClickedCell } from '../select-clicked-cell';
import { IWeftTracker } from '../tokens';
import { TOOL_ICONS } from '../tool-icons';

const CommandIDs = {
  createNew: 'weft:create-new',
  exportSpec: 'weft:export-spec'
} as const;

/** The command of an action. */
export const commandOf = (action: Action): string => `weft:${action.id}`;

/** Turns every action into a command, and adds what needs JupyterLab itself: creating and exporting. */
const plugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-weft:commands',
  description: 'Adds the commands, menu entries and launcher card of pipelines.',
  autoStart: true,
  requires: [IWeftTracker],
  optional: [ICommandPalette, ILauncher, IMainMenu, INotebookTracker, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    tracker: IWeftTracker,
    palette: ICommandPalette | null,
    launcher: ILauncher | null,
    menu: IMainMenu | null,
    notebooks: INotebookTracker | null,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_weft');
    const { commands } = app;
    const category = trans.__('Weft');
    const current = (): OpenEditor | null => tracker.currentWidget?.content.editor ?? null;

    [NODE_ICONS, TOOL_ICONS].forEach(registerIcons);
    for (const action of ACTIONS) {
      commands.addCommand(commandOf(action), {
        label: action.label(trans),
        caption: action.caption?.(trans) ?? '',
        icon: action.icon ? actionIcon(action.icon) : undefined,
        describedBy: { args: { type: 'object', properties: {} } },
        isEnabled: () => isEnabled(action, current()),
        execute: async args => {
          const editor = current();
          if (args.clicked) {
            selectClickedCell(app, notebooks);
          }
          if (editor && isEnabled(action, editor)) {
            await action.do(editor, args);
          }
        }
      });
      palette?.addItem({ command: commandOf(action), category });
    }

    commands.addCommand(CommandIDs.createNew, {
      label: args => (args.isPalette ? trans.__('New Weft Pipeline') : trans.__('Weft Pipeline')),
      caption: trans.__('Create a pipeline of notebook cells and containers'),
      icon: args => (args.isPalette ? undefined : weftIcon),
      describedBy: {
        args: {
          type: 'object',
          properties: {
            cwd: { type: 'string', description: trans.__('The folder to create it in') },
            isPalette: { type: 'boolean', description: trans.__('Whether the command palette asks') }
          }
        }
      },
      execute: async args => {
        const path = typeof args.cwd === 'string' ? args.cwd : '';
        const file = await app.serviceManager.contents.newUntitled({ path, type: 'file', ext: 'weft' });
        return commands.execute('docmanager:open', { path: file.path, factory: FACTORY });
      }
    });

    commands.addCommand(CommandIDs.exportSpec, {
      label: trans.__('Export'),
      caption: trans.__('Compile to a Kubeflow spec beside the pipeline'),
      icon: actionIcon('ui-components:download'),
      describedBy: { args: { type: 'object', properties: {} } },
      isEnabled: () => current() !== null && tracker.currentWidget?.context.model.sharedModel.fault === null,
      execute: async () => {
        const widget = tracker.currentWidget;
        const editor = widget?.content.editor;
        const { exportSpec } = await import('../export-spec');
        return widget && editor
          ? exportSpec(editor, widget.context.path, { app, notebooks: null, trans })
          : null;
      }
    });

    palette?.addItem({ command: CommandIDs.createNew, category, args: { isPalette: true } });
    palette?.addItem({ command: CommandIDs.exportSpec, category });
    launcher?.add({ command: CommandIDs.createNew, category: trans.__('Other'), rank: 1 });
    menu?.fileMenu.newMenu.addItem({ command: CommandIDs.createNew, rank: 30 });
    menu?.editMenu.undoers.undo.add({
      id: 'weft:undo',
      isEnabled: w => tracker.has(w) && !!current()?.view.canUndo
    });
    menu?.editMenu.undoers.redo.add({
      id: 'weft:redo',
      isEnabled: w => tracker.has(w) && !!current()?.view.canRedo
    });

    // All toolbars of JupyterLab are drawn again when it is told of a change and not of which command.
    let enabled: ReadonlySet<Action> = new Set();
    const tell = () => {
      const before = enabled;
      enabled = new Set(ACTIONS.filter(action => isEnabled(action, current())));
      ACTIONS.filter(action => before.has(action) !== enabled.has(action)).forEach(action =>
        commands.notifyCommandChanged(commandOf(action))
      );
    };
    tracker.currentChanged.connect(tell);
    tracker.widgetAdded.connect((_, widget) => {
      void widget.content.ready.then(() => {
        const stop = widget.content.editor?.subscribe(tell);
        widget.disposed.connect(() => stop?.());
        tell();
        commands.notifyCommandChanged(CommandIDs.exportSpec);
      });
    });
  }
};

function isEnabled(action: Action, editor: OpenEditor | null): boolean {
  if (!editor || (action.writes && editor.view.readOnly)) {
    return false;
  }
  return action.when?.(editor) ?? true;
}

export default plugin;
