import type { Contents } from '@jupyterlab/services';
import { type ISignal, Signal } from '@lumino/signaling';
import { writePipeline } from '../../pipeline';
import type { Session } from '../../session';
import { mayEdit } from '../../wire';
import type { WeftDocument } from '../weft-document';
import { type DiskFile, holds } from './disk-file';
import type { FileCopy } from './file-copy';
import { FileHeldBack } from './file-held-back';
import { announce, announced } from './place';
import { isElected } from './writer-election';

export interface KeeperOptions {
  document: WeftDocument;
  session: Pick<Session, 'state' | 'peers' | 'show' | 'subscribe'>;
  copy: FileCopy;
  disk: DiskFile;
  /** Whether the server lets the file be written. */
  writable: () => boolean;
  /** The place of the file. */
  place: () => string;
}

/** How long after the last change the file is written, in milliseconds. */
const PAUSE = 1000;
/** How long after joining the file is compared: by then the others were heard. */
const FIRST_LOOK = 250;
/** How long to wait after a write that failed, at first and at most. */
const [RETRY, LONGEST_RETRY] = [2000, 60_000];
/** How often, and how many times, somebody who saves looks whether the one who writes the file did. */
const [LOOK_EVERY, LOOKS] = [250, 16];
/** How long closing waits for the hub and the file, and how often it looks meanwhile, in milliseconds. */
const [PATIENCE, GLANCE] = [3000, 25];

/**
 * Keeps the file of a live pipeline: of all clients with the same file one writes what everybody's edits made of it,
 * and takes in what others write to it. One thing at a time.
 */
export class FileKeeper {
  constructor(private readonly _options: KeeperOptions) {
    const { document, session, copy } = _options;
    const edited = () => {
      copy.see();
      queueMicrotask(this._consider); // an edit is told before it is counted as unsent
    };
    this._stops = [document.shared.subscribe(edited), session.subscribe(this._consider)];
    this._show();
    this._timer = setTimeout(() => this.refresh(), FIRST_LOOK);
  }

  /** Emitted when `trouble` changed. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Why the file does not get what is edited; null when it does. */
  get trouble(): Error | null {
    return this._trouble;
  }

  /** Writes the file now, if this client may; else waits a little until whoever writes it did. */
  async save(): Promise<Contents.IModel> {
    const { disk, document } = this._options;
    if (this._isWriter) {
      return this._turn(() => this._write(true));
    }
    const looks = this._mayWrite ? LOOKS : 0;
    for (let look = 0; look < looks; look++) {
      const model = await disk.look();
      if (holds(model, { text: writePipeline(document.shared.stored), model })) {
        return model;
      }
      await pause(LOOK_EVERY);
    }
    return disk.look();
  }

  /**
   * Writes the file without the usual pause, as soon as the hub has what is in it, since the pipeline is to be closed.
   * Resolves when that is done; or soon, and with a document that is still dirty, when it cannot be.
   */
  async finish(): Promise<void> {
    const { document, session } = this._options;
    const end = Date.now() + PATIENCE;
    const mayGoWell = () => {
      const { connection, message, unsent } = session.state;
      const isHeard = connection === 'live' && (unsent === 0 || message === null);
      return isHeard && this._trouble === null && Date.now() < end;
    };
    while (document.dirty && mayGoWell()) {
      this._consider();
      const written = this._isSettled && document.dirty && this._turn(() => this._write(false));
      await (written
        ? Promise.race([written.catch(() => undefined), pause(end - Date.now())])
        : pause(GLANCE));
    }
  }

  /** What the server says of the file, after its changes were taken in. */
  look(): Promise<Contents.IModel> {
    return this._isWriter ? this._turn(() => this._options.copy.meet()) : this._options.disk.look();
  }

  /** Makes the pipeline what its file says, because the user wants that; not for who may not edit. */
  revert(): Promise<Contents.IModel> {
    return this._mayEdit ? this._turn(() => this._options.copy.revert()) : this._options.disk.look();
  }

  /** Takes in what somebody else may have written, and writes what is not in the file. */
  refresh(): void {
    if (this._isWriter && !this._isDisposed) {
      void this._turn(() => this._options.copy.meet()).then(this._consider, () => undefined);
    } else {
      this._consider();
    }
  }

  /** Asks again what the user put off, and writes what could not be. */
  retry(): void {
    this._setTrouble(null);
    if (this._isWriter) {
      void this._turn(() => this._write(false)).catch(() => undefined);
    }
  }

  /** The file has another place now. */
  moved(): void {
    this._show();
  }

  /** Ends; what is not in the file yet is written. */
  async dispose(): Promise<void> {
    if (this._isDisposed) {
      return;
    }
    const isBehind = this._isSettled && this._isWriter && this._options.copy.isBehind;
    const last = isBehind && !this._trouble ? this._turn(() => this._options.copy.flush()) : null;
    this._isDisposed = true;
    clearTimeout(this._timer);
    this._stops.forEach(stop => stop());
    await last?.catch(() => undefined);
    Signal.clearData(this);
  }

  /** Of those who have the same file one writes it; without a connection, whoever saves. */
  private get _isWriter(): boolean {
    const { session, document, place } = this._options;
    if (!this._mayWrite) {
      return false;
    }
    const others = session.peers.map(({ client, presence }) => ({
      client,
      place: announced(presence.place ?? '').place
    }));
    const own = { client: document.shared.ydoc.clientID, place: place() };
    return session.state.connection !== 'live' || isElected(own, others);
  }

  private get _mayEdit(): boolean {
    const { role } = this._options.session.state;
    return role === null || mayEdit(role);
  }

  private get _mayWrite(): boolean {
    return this._mayEdit && this._options.writable();
  }

  /** Whether all that is edited here is with the hub. */
  private get _isSettled(): boolean {
    const { connection, unsent } = this._options.session.state;
    return connection === 'live' && unsent === 0;
  }

  private readonly _consider = (): void => {
    if (this._isDisposed) {
      return;
    }
    const { session, copy, document, place } = this._options;
    if (this._isCandidate !== this._mayWrite) {
      this._show(); // or others would wait for somebody who may not write any more
    }
    for (const { presence } of session.peers) {
      const said = announced(presence.place ?? '');
      if (said.place === place()) {
        copy.hear(said.mark);
      }
    }
    if (!this._isSettled) {
      return;
    }
    if (!this._isWriter || !copy.isBehind) {
      document.dirty = false;
    } else if (!(this._trouble instanceof FileHeldBack)) {
      this._later(this._trouble ? this._retry : PAUSE);
    }
  };

  private _show(mark: string = this._options.copy.mark): void {
    if (this._isDisposed) {
      return;
    }
    const { session, place } = this._options;
    this._isCandidate = this._mayWrite;
    session.show({ place: this._isCandidate ? announce(place(), mark) : undefined });
  }

  private _later(pause: number): void {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => {
      if (this._isSettled && this._isWriter) {
        void this._turn(() => this._write(false)).catch(() => undefined);
      }
    }, pause);
  }

  private async _write(anew: boolean): Promise<Contents.IModel> {
    const model = await this._options.copy.write(mark => this._show(mark), anew);
    this._consider();
    return model;
  }

  /** One after the other; what went wrong is told, and tried again unless the user has to decide. */
  private _turn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this._turns.then(task).then(
      value => {
        this._retry = RETRY;
        this._setTrouble(null);
        return value;
      },
      (error: Error) => {
        this._setTrouble(error);
        if (!this._isDisposed && !(error instanceof FileHeldBack)) {
          this._later(this._retry);
          this._retry = Math.min(this._retry * 2, LONGEST_RETRY);
        }
        throw error;
      }
    );
    this._turns = turn.catch(() => undefined);
    return turn;
  }

  private _setTrouble(trouble: Error | null): void {
    if (trouble?.message !== this._trouble?.message) {
      this._trouble = trouble;
      this._changed.emit();
    }
  }

  private _trouble: Error | null = null;
  private _isDisposed = false;
  /** Whether others were told that this client may write the file. */
  private _isCandidate = false;
  private _retry = RETRY;
  private _turns: Promise<unknown> = Promise.resolve();
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private readonly _stops: (() => void)[];
  private readonly _changed = new Signal<this, void>(this);
}

const pause = (time: number): Promise<void> => new Promise(resolve => setTimeout(resolve, time));
