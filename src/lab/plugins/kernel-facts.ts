import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import type { KernelFactsFollower } from '../kernel-facts';
import { IWeftTracker, type WeftDocumentWidget } from '../tokens';

const PLUGIN = 'jupyterlab-weft:kernel-facts';

/** Asks the live kernels of notebooks what their names are, unless the user does not want it. */
const plugin: JupyterFrontEndPlugin<void> = {
  id: PLUGIN,
  description: 'Shows on pipelines what the live kernels of their notebooks know: types, sizes, versions.',
  autoStart: true,
  requires: [IWeftTracker, INotebookTracker],
  optional: [ISettingRegistry],
  activate: (
    _app: JupyterFrontEnd,
    tracker: IWeftTracker,
    notebooks: INotebookTracker,
    registry: ISettingRegistry | null
  ): void => {
    const followers = new Map<WeftDocumentWidget, KernelFactsFollower>();
    let isOn = true;

    const follow = async (widget: WeftDocumentWidget): Promise<void> => {
      const [{ KernelFactsFollower }] = await Promise.all([import('../kernel-facts'), widget.content.ready]);
      const { editor } = widget.content;
      if (isOn && editor && !widget.isDisposed && !followers.has(widget)) {
        followers.set(widget, new KernelFactsFollower(editor, widget.context, notebooks));
      }
    };
    const leave = (widget: WeftDocumentWidget): void => {
      followers.get(widget)?.dispose();
      followers.delete(widget);
    };
    const set = (on: boolean): void => {
      isOn = on;
      tracker.forEach(widget => (on ? void follow(widget) : leave(widget)));
    };

    tracker.widgetAdded.connect((_, widget) => {
      widget.disposed.connect(() => leave(widget));
      void follow(widget);
    });
    void registry?.load(PLUGIN).then(
      settings => {
        const read = () => set(settings.get('enabled').composite !== false);
        settings.changed.connect(read);
        read();
      },
      () => undefined
    );
  }
};

export default plugin;
