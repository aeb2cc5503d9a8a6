import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from '@jupyterlab/application';
import { createToolbarFactory, IToolbarWidgetRegistry, WidgetTracker } from '@jupyterlab/apputils';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { WeftWidgetFactory } from '../factory';
import { weftIcon } from '../icons';
import { WeftModelFactory } from '../model';
import { KeepStepsSetting } from '../keep-steps-setting';
import { FACTORY, MODEL_NAME } from '../names';
import { IWeftLive, IWeftTracker, type WeftDocumentWidget } from '../tokens';

const PLUGIN = 'jupyterlab-weft:document';

/** Registers the document type, its editor, and its toolbar. */
const plugin: JupyterFrontEndPlugin<IWeftTracker> = {
  id: PLUGIN,
  description: 'Opens .weft files as pipelines.',
  autoStart: true,
  provides: IWeftTracker,
  optional: [
    ILayoutRestorer,
    INotebookTracker,
    IDocumentManager,
    IToolbarWidgetRegistry,
    ISettingRegistry,
    ITranslator,
    IWeftLive
  ],
  activate: (
    app: JupyterFrontEnd,
    restorer: ILayoutRestorer | null,
    notebooks: INotebookTracker | null,
    documents: IDocumentManager | null,
    toolbars: IToolbarWidgetRegistry | null,
    settings: ISettingRegistry | null,
    translator: ITranslator | null,
    live: IWeftLive | null
  ): IWeftTracker => {
    const language = translator ?? nullTranslator;
    const trans = language.load('jupyterlab_weft');
    const tracker = new WidgetTracker<WeftDocumentWidget>({ namespace: 'weft' });
    // The content type stays 'file': JupyterLab 4.6 compares it with what the server says of the file.
    app.docRegistry.addFileType({
      name: 'weft',
      displayName: trans.__('Weft Pipeline'),
      extensions: ['.weft'],
      mimeTypes: ['application/vnd.weft+json'],
      fileFormat: 'text',
      icon: weftIcon
    });
    app.docRegistry.addModelFactory(new WeftModelFactory());
    const factory = new WeftWidgetFactory(
      {
        name: FACTORY,
        label: trans.__('Weft Editor'),
        modelName: MODEL_NAME,
        fileTypes: ['weft'],
        defaultFor: ['weft'],
        translator: language,
        ...(toolbars &&
          settings && { toolbarFactory: createToolbarFactory(toolbars, settings, FACTORY, PLUGIN, language) })
      },
      { app, documents, notebooks, trans, live, keepSteps: new KeepStepsSetting(settings, PLUGIN) }
    );
    factory.widgetCreated.connect((_, widget) => {
      widget.title.icon = weftIcon;
      widget.context.pathChanged.connect(() => void tracker.save(widget));
      void tracker.add(widget);
    });
    app.docRegistry.addWidgetFactory(factory);
    void restorer?.restore(tracker, {
      command: 'docmanager:open',
      args: widget => ({ path: widget.context.path, factory: FACTORY }),
      name: widget => widget.context.path
    });
    app.serviceManager.contents.fileChanged.connect((_, change) => {
      if (change.type === 'rename' && tracker.size > 0) {
        void import('../rename-follower').then(({ followRename }) => followRename(change, tracker, trans));
      }
    });
    return tracker;
  }
};

export default plugin;
