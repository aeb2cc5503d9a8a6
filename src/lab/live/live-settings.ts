import type { ISettingRegistry } from '@jupyterlab/settingregistry';

/** What the user set about live editing; as shipped until it was read, and where there are no settings. */
export class LiveSettings {
  constructor(registry: ISettingRegistry | null, plugin: string) {
    const read = (settings: ISettingRegistry.ISettings) => {
      this._isOn = settings.get('enabled').composite !== false;
      this._hubUrl = String(settings.get('hubUrl').composite ?? '').trim();
    };
    this.ready = Promise.resolve(registry?.load(plugin)).then(
      settings => {
        settings?.changed.connect(read);
        return settings && read(settings);
      },
      () => undefined
    );
  }

  /** Resolves when the settings were read, or cannot be. */
  readonly ready: Promise<void>;

  get isOn(): boolean {
    return this._isOn;
  }

  /** Address of the hub that the user wants; empty for the one that the Jupyter server names. */
  get hubUrl(): string {
    return this._hubUrl;
  }

  private _isOn = true;
  private _hubUrl = '';
}
