import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { type ISignal, Signal } from '@lumino/signaling';
import type { KeepSteps } from './services';

/** The setting `keepSteps` of a plugin; off until it was read, and where there are no settings. */
export class KeepStepsSetting implements KeepSteps {
  constructor(registry: ISettingRegistry | null, plugin: string) {
    void registry?.load(plugin).then(
      settings => {
        const read = () => {
          this._isOn = settings.get('keepSteps').composite === true;
          this._changed.emit();
        };
        settings.changed.connect(read);
        read();
      },
      () => undefined
    );
  }

  get isOn(): boolean {
    return this._isOn;
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  private _isOn = false;
  private readonly _changed = new Signal<this, void>(this);
}
