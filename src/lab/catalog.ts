import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import { type Catalog, CATALOG_FILE, CatalogFileError, emptyCatalog, readCatalog } from '../pools';

/** Reads the catalog beside a pipeline, and reads it again when the file changes. */
export class LabCatalog implements IDisposable {
  /**
   * @param onCatalog called with the catalog and, when the file could not be read, why; without a file the
   *   catalog is empty and there is no fault
   */
  constructor(
    private readonly _contents: Contents.IManager,
    private _folder: string,
    private readonly _onCatalog: (catalog: Catalog, fault: string | null) => void
  ) {
    _contents.fileChanged.connect(this._onFileChanged, this);
    void this._read();
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** Follows the pipeline to another folder. */
  moveTo(folder: string): void {
    this._folder = folder;
    void this._read();
  }

  /** Reads the file again: JupyterLab does not tell of changes that were made outside of it. */
  refresh(): void {
    void this._read();
  }

  dispose(): void {
    this._isDisposed = true;
    Signal.clearData(this);
  }

  private _onFileChanged(_: Contents.IManager, change: Contents.IChangedArgs): void {
    const path = PathExt.join(this._folder, CATALOG_FILE);
    if (change.newValue?.path === path || change.oldValue?.path === path) {
      void this._read();
    }
  }

  private async _read(): Promise<void> {
    const read = ++this._reads;
    const [catalog, fault] = await this._load();
    if (!this._isDisposed && read === this._reads) {
      this._onCatalog(catalog, fault);
    }
  }

  private async _load(): Promise<[Catalog, string | null]> {
    let text: string;
    try {
      const folder = await this._contents.get(this._folder, { type: 'directory', content: true });
      const names: { name: string }[] = Array.isArray(folder.content) ? folder.content : [];
      if (!names.some(({ name }) => name === CATALOG_FILE)) {
        return [emptyCatalog, null];
      }
      const path = PathExt.join(this._folder, CATALOG_FILE);
      text = String(
        (await this._contents.get(path, { type: 'file', format: 'text', content: true })).content
      );
    } catch (error) {
      return [emptyCatalog, `${CATALOG_FILE} could not be read: ${String(error)}`];
    }
    try {
      return [readCatalog(text, CATALOG_FILE), null];
    } catch (error) {
      if (error instanceof CatalogFileError) {
        return [emptyCatalog, error.message];
      }
      throw error;
    }
  }

  private _reads = 0;
  private _isDisposed = false;
}
