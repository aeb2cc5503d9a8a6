import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { Contents } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';
import type { User } from '../../wire';
import type { WeftDocument } from '../weft-document';
import type { Files } from './disk-file';
import type { Hub } from './hub';
import { KnownPlaces } from './known-places';
import { KnownTexts } from './known-texts';
import { LiveFile } from './live-file';
import type { LiveSettings } from './live-settings';
import { serverStart } from './server-start';

/** Live editing of the pipelines of one Jupyter server: the hub, and a session for each open file. */
export class Live {
  constructor(
    readonly app: JupyterFrontEnd,
    readonly files: Files,
    readonly settings: LiveSettings,
    readonly trans: TranslationBundle
  ) {
    const { contents, serverSettings } = app.serviceManager;
    this.server = serverSettings.baseUrl;
    this.places = new KnownPlaces(this.server);
    this.texts = new KnownTexts(this.server);
    contents.fileChanged.connect(this._onFileChanged, this);
    window.addEventListener('focus', () => this._files.forEach(file => file.refresh()));
  }

  /** Address of the Jupyter server. */
  readonly server: string;
  readonly places: KnownPlaces;
  readonly texts: KnownTexts;
  /** Emits what was saved, for JupyterLab to know the file by. */
  readonly fileSaved = new Signal<this, Contents.IChangedArgs>(this);

  /** Who the user is where no hub says it. */
  get user(): User | undefined {
    const { identity } = this.app.serviceManager.user;
    return identity ? { ...identity } : undefined;
  }

  /** The hub, which is asked for until it was found; null when there is none, or the user wants none. */
  async hub(): Promise<Hub | null> {
    await this.settings.ready;
    const { isOn, hubUrl } = this.settings;
    if (!isOn) {
      return null;
    }
    if (this._hub?.url !== hubUrl) {
      const found = this._find(hubUrl);
      this._hub = { url: hubUrl, found };
      void found.then(hub => {
        if (!hub && this._hub?.found === found) {
          this._hub = null;
        }
      });
    }
    return this._hub.found;
  }

  /** Why the hub that there is cannot serve, in its words. */
  get whyNone(): string | null {
    return this._whyNone;
  }

  /** What tells this start of the Jupyter server from others. */
  start(): Promise<string> {
    this._start ??= serverStart(this.app.serviceManager.serverSettings);
    return this._start;
  }

  /** The file that is open at a path. */
  at(path: string): LiveFile | undefined {
    return [...this._files].find(file => file.path === path);
  }

  /** The file of a document; absent for documents that were opened without live editing. */
  of(document: WeftDocument): LiveFile | undefined {
    return [...this._files].find(file => file.document === document);
  }

  /** Opens a file; it ends with its document. */
  open(path: string): LiveFile {
    const file = new LiveFile(path, this);
    this._files.add(file);
    file.changed.connect(() => {
      if (file.session?.state.connection === 'live') {
        void this._prune();
      }
    });
    file.document.disposed.connect(() => {
      this._files.delete(file);
      file.dispose();
    });
    return file;
  }

  private async _find(url: string): Promise<Hub | null> {
    const { findHub } = await import('./hub');
    this._whyNone = null;
    try {
      return await findHub(this.app.serviceManager.serverSettings, url);
    } catch (error) {
      this._whyNone = error instanceof Error ? error.message : String(error);
      return null;
    }
  }

  /** Deletes, once, what this browser keeps of rooms that are long unused. */
  private async _prune(): Promise<void> {
    if (!this._isPruned) {
      this._isPruned = true;
      const { pruneRooms } = await import('../../session');
      await pruneRooms();
    }
  }

  private _onFileChanged(_: unknown, { type, oldValue, newValue }: Contents.IChangedArgs): void {
    const [from, to] = [oldValue?.path, newValue?.path];
    if (type === 'rename' && from && to) {
      for (const file of this._files) {
        if (file.path === from || file.path.startsWith(`${from}/`)) {
          file.path = to + file.path.slice(from.length);
        }
      }
    } else if (type === 'save' && to) {
      this.at(to)?.refresh();
    }
  }

  private readonly _files = new Set<LiveFile>();
  private _hub: { url: string; found: Promise<Hub | null> } | null = null;
  private _whyNone: string | null = null;
  private _isPruned = false;
  private _start: Promise<string> | undefined;
}
