import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import type { ContentsManager } from '@jupyterlab/services';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { provideContent } from '../live/content-provider';
import { Live } from '../live/live';
import { LiveSettings } from '../live/live-settings';
import { IWeftLive } from '../tokens';

const PLUGIN = 'jupyterlab-weft:live';

/** Lets pipelines be edited live, by everybody who opens them. */
const plugin: JupyterFrontEndPlugin<IWeftLive | null> = {
  id: PLUGIN,
  description: 'Opens pipelines in rooms of the hub, where several people edit them at once.',
  autoStart: true,
  provides: IWeftLive,
  optional: [ISettingRegistry, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    registry: ISettingRegistry | null,
    translator: ITranslator | null
  ): IWeftLive | null => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_weft');
    const drive = (app.serviceManager.contents as ContentsManager).defaultDrive;
    const live = drive && new Live(app, drive, new LiveSettings(registry, PLUGIN), trans);
    return live && provideContent(drive, live) ? live : null;
  }
};

export default plugin;
