import { filesOfModule } from '../effects/module-files';
import { pathOf } from '../effects/paths';
import type { FileUse } from '../facts';
import type { PlacedFile } from './traced';

/** The files that cells touch, one after the other. */
export class PlacedFiles {
  readonly all: PlacedFile[] = [];

  /**
   * @param place where it happens
   * @param textOf the path that a name stands for
   */
  add(
    files: readonly FileUse[],
    place: Pick<PlacedFile, 'cell' | 'statement'> & { line: number | null },
    textOf: (name: string) => string | undefined
  ): void {
    for (const { path: literal, parts, module, mode, line } of files) {
      const at = { ...place, mode, line: place.line ?? line };
      const path = parts ? pathOf(parts, textOf) : literal;
      if (module !== undefined) {
        const written = filesOfModule(module).filter(each => this._written.has(each));
        this.all.push(...written.map(each => ({ path: each, ...at })));
      } else if (path !== null) {
        this.all.push({ path, ...at });
        if (mode === 'write') {
          this._written.add(path);
        }
      }
    }
  }

  /** Paths that the cells so far wrote. */
  private readonly _written = new Set<string>();
}
