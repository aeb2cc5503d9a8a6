import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';
import { type ISignal, Signal } from '@lumino/signaling';
import type { NotebookFault } from '../flow';

/** How long after a reading changes are gathered for the next one, in milliseconds; the first is read at once. */
const PAUSE = 10;

/**
 * Files that one pipeline draws from, by their paths relative to its folder: read when asked for, and again when they
 * change; `changed` tells of them.
 */
export abstract class WatchedFiles<T extends object> implements IDisposable {
  /**
   * @param _folder path of the pipeline's folder
   */
  constructor(
    private readonly _contents: Contents.IManager,
    private _folder: string
  ) {
    _contents.fileChanged.connect(this._onFileChanged, this);
  }

  /** Emitted when a file in use was read, edited, or changed on disk. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** Follows the pipeline to another folder. */
  moveTo(folder: string): void {
    if (folder !== this._folder) {
      this._folder = folder;
      this._found.clear();
      this._changed.emit();
    }
  }

  /** Reads files again that changed on disk: JupyterLab does not tell of changes made outside of it. */
  refresh(): void {
    for (const path of this._found.keys()) {
      void this._hasChanged(path).then(changed => changed && this.later(this.absolute(path)));
    }
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    clearTimeout(this._timer);
    Signal.clearData(this);
  }

  /** What a text says; throws a typed error with the place when it says nothing. */
  protected abstract parse(text: string, path: string, before: T | undefined): T | Promise<T>;

  /**
   * What an open model says, which is newer than the file: what it said before, when nothing changed; undefined when
   * none is open.
   */
  protected fromOpen(
    _absolute: string,
    _path: string,
    _before: T | undefined
  ): T | undefined | Promise<T | undefined> {
    return undefined;
  }

  /** The file as it is known now; one not asked for before is read, and `changed` tells when it is there. */
  protected find(path: string): T | NotebookFault {
    const known = this._found.get(path);
    if (known) {
      return known;
    }
    void this._read(path);
    return this._found.get(path) ?? { message: `${path} is being read.` };
  }

  protected absolute(path: string): string {
    return PathExt.join(this._folder, path);
  }

  /** Reads a file again soon; the changes made until then make one reading. */
  protected later(absolute: string): void {
    const used = [...this._found.keys()].find(path => this.absolute(path) === absolute);
    if (used === undefined || this._isDisposed) {
      return;
    }
    this._pending.add(used);
    const rest = Math.max(0, this._lastRead + PAUSE - performance.now());
    this._timer ??= setTimeout(() => {
      this._timer = undefined;
      this._lastRead = performance.now();
      const paths = [...this._pending];
      this._pending.clear();
      paths.forEach(path => void this._read(path));
    }, rest);
  }

  private async _hasChanged(path: string): Promise<boolean> {
    try {
      const file = await this._contents.get(this.absolute(path), { content: false });
      return file.last_modified !== this._modified.get(path);
    } catch {
      return this._modified.has(path);
    }
  }

  /** Reads a file; when it is being read, once more after that, so that the newest text has the last word. */
  private async _read(path: string): Promise<void> {
    if (this._reading.has(path)) {
      this._again.add(path);
      return;
    }
    this._reading.add(path);
    do {
      this._again.delete(path);
      await this._readOnce(path);
    } while (this._again.has(path) && !this._isDisposed);
    this._reading.delete(path);
  }

  private async _readOnce(path: string): Promise<void> {
    const folder = this._folder;
    const known = this._found.get(path);
    const before = known && 'message' in known ? undefined : known;
    this._found.set(path, known ?? { message: `${path} is being read.` });
    // Whoever asked is to go on first: reading asks in turn for what is drawn.
    await Promise.resolve();
    const found = await this._load(path, before);
    if (!this._isDisposed && folder === this._folder && found !== known) {
      this._found.set(path, found);
      this._changed.emit();
    }
  }

  private async _load(path: string, before: T | undefined): Promise<T | NotebookFault> {
    try {
      const open = await this.fromOpen(this.absolute(path), path, before);
      if (open) {
        return open;
      }
      const file = await this._contents.get(this.absolute(path), {
        type: 'file',
        format: 'text',
        content: true
      });
      this._modified.set(path, file.last_modified);
      return await this.parse(String(file.content), path, before);
    } catch (error) {
      return faultOf(error, path);
    }
  }

  private _onFileChanged(_: Contents.IManager, change: Contents.IChangedArgs): void {
    const path = change.newValue?.path ?? change.oldValue?.path;
    if (path && change.type !== 'new') {
      this.later(path);
    }
    if (change.oldValue?.path) {
      this.later(change.oldValue.path);
    }
  }

  private readonly _found = new Map<string, T | NotebookFault>();
  /** When the files that were read were written, by path. */
  private readonly _modified = new Map<string, string>();
  private readonly _pending = new Set<string>();
  private readonly _reading = new Set<string>();
  private readonly _again = new Set<string>();
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _lastRead = -PAUSE;
  private _isDisposed = false;
  private readonly _changed = new Signal<this, void>(this);
}

/** Why a file cannot be used: where its text is wrong, or what the server says. */
function faultOf(error: unknown, path: string): NotebookFault {
  const { message, line, column, response } = error as NotebookFault & { response?: Response };
  if (typeof line === 'number') {
    return { message, line, column };
  }
  return {
    message: response?.status === 404 ? `${path} was not found.` : `${path} could not be read: ${message}`
  };
}
