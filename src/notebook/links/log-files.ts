import type { PlacedFile } from './traced';

type Place = Omit<PlacedFile, 'path'>;

/** The files that `logging` writes: whatever is logged goes on with them, which matters once they are read. */
export class LogFiles {
  /** @param path of a file that is written from now on; null or empty: something is logged */
  add(path: string | null, at: Place): void {
    if (path && !this._files.has(path)) {
      this._files.set(path, []);
    }
    for (const [file, places] of this._files) {
      if ((!path || file === path) && places.at(-1)?.cell !== at.cell) {
        places.push(path ? { ...at, log: true } : at);
      }
    }
  }

  /** What was written to a file that is read now and was not told yet; each goes on with what is there. */
  written(path: string): PlacedFile[] {
    const places = this._files.get(path) ?? [];
    return places.splice(0).flatMap((at): PlacedFile[] => [
      { ...at, path, mode: 'read' },
      { ...at, path, mode: 'write' }
    ]);
  }

  private readonly _files = new Map<string, Place[]>();
}
