/** Remembers in this browser which file holds which pipeline, so that copies are told from files that were moved. */
export class KnownPlaces {
  /** @param _server address of the Jupyter server that has the files */
  constructor(private readonly _server: string) {}

  /** Path of the file that was last opened as this pipeline. */
  get(id: string): string | null {
    return localStorage.getItem(this._key(id));
  }

  set(id: string, path: string): void {
    try {
      localStorage.setItem(this._key(id), path);
    } catch {
      // The browser's storage is full: a copy is then not told from the file it was made of.
    }
  }

  private _key(id: string): string {
    return `jupyterlab-weft:place:${this._server}:${id}`;
  }
}
