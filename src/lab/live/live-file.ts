import type { Contents } from '@jupyterlab/services';
import { type ISignal, Signal } from '@lumino/signaling';
import { isEmptyText, nameOfFile, newId, newPipeline, writePipeline } from '../../pipeline';
import type { LiveSession, RoomAddress } from '../../session';
import { mayEdit, TOKEN_PROTOCOL } from '../../wire';
import { WeftDocument } from '../weft-document';
import { DiskFile, type FileState } from './disk-file';
import { FileHeldBack } from './file-held-back';
import type { FileKeeper } from './file-keeper';
import type { Hub } from './hub';
import type { Live } from './live';
import { readOr, same } from './merge-file';
import { placeOf } from './place';
import { tellApart } from './tell-apart';

const JSON_BODY = { 'content-type': 'application/json' };
/** How long opening waits for the room before the file is shown, in milliseconds. */
const FIRST_SIGHT = 5000;
/** How long a hub may be out of reach before a pipeline that was just opened is edited alone, in milliseconds. */
const GIVE_UP = 8000;

/** One open pipeline file: its document, the session that shares it, and who keeps the file. */
export class LiveFile {
  constructor(
    private _path: string,
    private readonly _live: Live
  ) {
    this._disk = new DiskFile(_live.files, () => this._path);
    this.document = new WeftDocument();
  }

  readonly document: WeftDocument;

  /** Emitted when `session` or its state changed, or what keeps the file from being written. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Null until the file was read, and while it cannot be. */
  get session(): LiveSession | null {
    return this._session;
  }

  /** Why the hub that there is cannot serve, in its words. */
  get whyAlone(): string | null {
    return this._live.whyNone;
  }

  /** The hub that has the room; null while there is none. */
  get hub(): Hub | null {
    return this._hub;
  }

  /** Id of the pipeline, which names its room. */
  get room(): string {
    return this.document.shared.stored.id;
  }

  /** Why the file does not get what is edited; null when it does, or JupyterLab writes it. */
  get trouble(): Error | null {
    return this._keeper?.trouble ?? null;
  }

  /** Whether the server lets the file be written, as far as is known. */
  get isWritable(): boolean {
    return this._known?.model.writable ?? true;
  }

  /** Whether the user must not edit now: by their role, or because the room is not there or not theirs yet. */
  get isHeld(): boolean {
    const state = this._session?.state;
    switch (state?.connection) {
      case undefined:
      case 'alone':
        return false;
      case 'live':
      case 'offline':
        return state.role === null || !mayEdit(state.role);
      default:
        return true;
    }
  }

  get path(): string {
    return this._path;
  }
  set path(path: string) {
    this._path = path;
    if (this._known) {
      this._remember(this._known);
    }
    void this._locate().then(() => this._keeper?.moved());
  }

  /** The file as JupyterLab asks for it: without content when the document has that from the room. */
  async get(options: Contents.IFetchOptions): Promise<Contents.IModel> {
    const { session, _keeper: keeper } = this;
    if (options.content === false) {
      return keeper ? uncancelled(keeper.look()) : this._live.files.get(this._path, options);
    }
    if (keeper) {
      return keeper.revert();
    }
    return session && session.state.connection !== 'alone' ? this._disk.look() : this._open(options);
  }

  /** Writes the file as JupyterLab asks for it. */
  async save(options: Partial<Contents.IModel>): Promise<Contents.IModel> {
    if (this._keeper) {
      return uncancelled(this._keeper.save());
    }
    const isHeld = this._session && this._session.state.connection !== 'alone';
    return isHeld ? this._disk.look() : this._live.files.save(this._path, options);
  }

  /** Brings the file up to date before the pipeline is closed; what cannot be leaves the document dirty. */
  async finish(): Promise<void> {
    await this._keeper?.finish();
  }

  /** Somebody may have changed the file. */
  refresh(): void {
    this._keeper?.refresh();
  }

  /** Tries to reach the hub now. */
  reconnect(): void {
    this._since = Date.now();
    this._session?.reconnect();
  }

  /** Tells the hub that the pipeline was run, for the record. */
  recordRun(target: string): void {
    if (this._hub && this._session?.state.connection === 'live') {
      const init = { method: 'POST', body: JSON.stringify({ target }), headers: JSON_BODY };
      void this._hub.request(this.room, 'runs', init).catch(() => undefined);
    }
  }

  /** Asks again what the user put off. */
  decide(): void {
    if (this._session?.state.connection === 'diverged') {
      void this._onDiverged(this._session);
    } else {
      this._keeper?.retry();
    }
  }

  dispose(): void {
    void this._keeper?.dispose();
    this._session?.dispose();
    Signal.clearData(this);
  }

  private async _open(options: Contents.IFetchOptions): Promise<Contents.IModel> {
    let found = await this._disk.read();
    if (isEmptyText(found.text) && found.model.writable) {
      found = await this._disk.write(
        writePipeline(newPipeline({ id: newId(), name: nameOfFile(this._path) }))
      );
    }
    const pipeline = readOr(found.text);
    const shown = { ...found.model, format: options.format ?? 'text', content: found.text };
    if (!pipeline || this._session || isEmptyText(found.text)) {
      return shown;
    }
    const own = await tellApart(found, pipeline, this._path, this._live);
    if (!own) {
      return shown;
    }
    this.document.setSource(own.text);
    this._known = own;
    await this._locate();
    this._live.places.set(this.room, this._path);
    await this._join();
    return { ...own.model, format: options.format ?? 'text' };
  }

  /** Opens the session, and waits a moment for the room. */
  private async _join(): Promise<void> {
    const { trans, user } = this._live;
    const { createSession } = await import('../../session');
    if (this.document.isDisposed) {
      return;
    }
    this._since = Date.now();
    const session = createSession({
      shared: this.document.shared,
      room: this.room,
      connect: () => this._connect(),
      file: { text: () => writePipeline(this.document.shared.stored) },
      user,
      setAside: (text, why) => this._setAside(text, why),
      storage: `${user?.username ?? ''}@${this._live.server}`,
      trans
    });
    this._session = session;
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, FIRST_SIGHT);
      session.subscribe(() => {
        this._onSession(session);
        if (session.state.connection !== 'connecting' || session.state.message) {
          clearTimeout(timer);
          resolve();
        }
      });
    });
  }

  /** Edits that the hub does not take any more are kept in a file of their own. */
  private async _setAside(text: string, why: string): Promise<void> {
    const { tellSetAside } = await import('./dialogs');
    await tellSetAside(text, why, this._path, this._live);
  }

  private async _connect(): Promise<RoomAddress | null> {
    this._hub = await this._live.hub();
    const isLate = !this._keeper && Date.now() - this._since > GIVE_UP;
    if (!this._hub || isLate) {
      return null;
    }
    const token = await this._hub.token(this.room);
    return { url: this._hub.rooms, protocols: token ? [TOKEN_PROTOCOL + token] : [] };
  }

  private _onSession(session: LiveSession): void {
    const { connection } = session.state;
    if (connection === 'live' && !this._isKept) {
      this._isKept = true;
      void this._keep(session);
    } else if (connection === 'diverged' && !this._isAsking) {
      void this._onDiverged(session);
    }
    this._changed.emit();
  }

  /** From now on the file follows the room. */
  private async _keep(session: LiveSession): Promise<void> {
    const { document, _disk: disk, _known: found } = this;
    const said = found && readOr(found.text);
    if (said && same(said, document.shared.stored)) {
      this._settled = found;
      this._remember(found);
    }
    const [{ askAboutFile }, { FileCopy, FileKeeper }, base] = await Promise.all([
      import('./dialogs'),
      import('./keep-file'),
      this._base()
    ]);
    if (document.isDisposed) {
      return;
    }
    const copy = new FileCopy(
      {
        doc: document.shared,
        disk,
        ask: (merge, found) => askAboutFile(merge, found, document.shared.stored, this._path, this._live),
        agreed: state => this._remember(state)
      },
      base
    );
    const writable = () => this._known?.model.writable ?? false;
    this._keeper = new FileKeeper({ document, session, copy, disk, writable, place: () => this._place });
    this._keeper.changed.connect(() => this._changed.emit());
    document.isLive = true;
    this._changed.emit();
  }

  /** What the file and the room have in common, as far as this browser knows. */
  private async _base(): Promise<FileState | null> {
    const { _known: found } = this;
    if (!found || this._settled) {
      return this._settled;
    }
    const base = await this._live.texts.get(this.room, this._path);
    // A file that is older than what it said last was put back: who knows from where.
    if (!base || Date.parse(found.model.last_modified) < Date.parse(base.modified)) {
      return null;
    }
    return { text: base.text, model: { ...found.model, last_modified: base.modified, hash: undefined } };
  }

  private async _onDiverged(session: LiveSession): Promise<void> {
    const { divergence } = session;
    if (!divergence || this._isAsking) {
      return;
    }
    this._isAsking = true;
    try {
      const [{ askAboutDivergence }, base] = await Promise.all([import('./dialogs'), this._base()]);
      const outcome = await askAboutDivergence(
        { ...divergence, base: divergence.base ?? base?.text ?? null },
        this._path,
        this._live
      );
      if (outcome && session.divergence) {
        const saved = await this._disk.read();
        const mine = readOr(divergence.mine);
        const inFile = readOr(saved.text);
        // What the user decided about is not asked again for the file.
        this._settled = mine && inFile && same(mine, inFile) ? saved : null;
        session.resolve(outcome);
      }
    } finally {
      this._isAsking = false;
    }
  }

  private async _locate(): Promise<void> {
    this._place = placeOf(this._live.server, await this._live.start(), this._path);
  }

  /** The file and the room agree. */
  private _remember(state: FileState): void {
    const { texts, places, fileSaved } = this._live;
    this._known = state;
    void texts.set(this.room, this._path, { text: state.text, modified: state.model.last_modified });
    places.set(this.room, this._path);
    fileSaved.emit({ type: 'save', oldValue: null, newValue: state.model });
  }

  private readonly _disk: DiskFile;
  private _session: LiveSession | null = null;
  private _keeper: FileKeeper | null = null;
  private _hub: Hub | null = null;
  /** What the file said when it was last read or written here. */
  private _known: FileState | null = null;
  /** What the file said when it last was what the room is, as far as that was seen here. */
  private _settled: FileState | null = null;
  private _place = '';
  private _since = 0;
  private _isAsking = false;
  private _isKept = false;
  private readonly _changed = new Signal<this, void>(this);
}

/** A question that the user put off is, to JupyterLab, a save that was cancelled. */
async function uncancelled<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw error instanceof FileHeldBack
      ? Object.assign(new Error(error.message), { name: CANCELLED })
      : error;
  }
}

const CANCELLED = 'ModalCancelError';
