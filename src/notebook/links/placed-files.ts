import { filesOfModule } from '../effects/module-files';
import { folderOf, pathOf } from '../effects/paths';
import type { FileUse } from '../facts';
import { LogFiles } from './log-files';
import type { PlacedFile } from './traced';

/** Where files of names that are not known were written. */
interface Written {
  path: string;
  fits: RegExp;
  folder: string;
  at: Omit<PlacedFile, 'path'>;
}

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
    for (const { path: literal, parts, module, folder, log, mode, line } of files) {
      const at = { ...place, mode, line: place.line ?? line };
      const path = parts ? pathOf(parts, textOf) : literal;
      if (module !== undefined) {
        this.all.push(...this._modules(module).map(each => ({ path: each, ...at })));
      } else if (log) {
        this._logs.add(path, at);
      } else if (path !== null && folder && mode === 'write') {
        this._folders.set(knownFolder(path), at);
      } else if (path !== null && (folder || path.includes('*'))) {
        this._addMany(path, at);
      } else if (path !== null) {
        if (mode === 'write') {
          this._wantFolder(path, at);
        } else if (mode === 'read' && !this._written.has(path)) {
          this._readFolders(({ fits }) => fits.test(path), at);
        }
        this.all.push(...(mode === 'read' ? this._logs.written(path) : []));
        this.all.push({ path, ...at });
        if (mode === 'write') {
          this._written.add(path);
        }
      }
    }
  }

  /** The files of a module beside the notebook, else in folders that are perhaps put on `sys.path`. */
  private _modules(module: string): string[] {
    const files = filesOfModule(module);
    const beside = files.filter(each => this._written.has(each));
    return beside.length > 0 || this._written.size === 0
      ? beside
      : [...this._written].filter(
          path => path.endsWith('.py') && files.some(each => path.endsWith(`/${each}`))
        );
  }

  /** What is in a folder, or fits a pattern: of a path that is not known whole, too. */
  private _addMany(path: string, at: Omit<PlacedFile, 'path'>): void {
    if (at.mode === 'write') {
      if (!/[^./]/.test(knownFolder(path))) {
        return;
      }
      this._wantFolder(path, at);
      this._into.push({ path, fits: fitting(path), folder: knownFolder(path), at });
    } else if (at.mode === 'read') {
      const inside = fitting(path);
      const found = [...this._written].filter(each => inside.test(each));
      this._readFolders(into => inside.test(into.path) || into.fits.test(path), at);
      this.all.push(...[...(isPattern(path) ? [] : [path]), ...found].map(each => ({ path: each, ...at })));
    }
  }

  /** Reads the folders into which something was written that may be it; what was there before goes along with it. */
  private _readFolders(isMet: (into: Written) => boolean, at: Omit<PlacedFile, 'path'>): void {
    const met = this._into.filter(isMet);
    for (const folder of new Set(met.map(into => into.folder))) {
      for (const { path, at: written } of this._into.filter(into => into.folder === folder)) {
        if (!this._told.has(path + written.cell)) {
          this._told.add(path + written.cell);
          this.all.push({ ...written, ...whole(folder), mode: 'read' }, { ...written, ...whole(folder) });
        }
      }
      this.all.push({ ...at, ...whole(folder) });
    }
  }

  /** A file cannot be written where the folder, which an earlier cell made, is not there. */
  private _wantFolder(path: string, at: Omit<PlacedFile, 'path'>): void {
    const folder = foldersOf(path).find(each => this._folders.has(each));
    const made = folder === undefined ? undefined : this._folders.get(folder);
    if (folder === undefined || !made || made.cell === at.cell) {
      return;
    }
    if (!this._wanted.has(made)) {
      this._wanted.add(made);
      this.all.push({ ...made, ...whole(folder) });
    }
    this.all.push({ ...at, ...whole(folder), mode: 'read' });
  }

  private readonly _logs = new LogFiles();
  /** Folders that the cells so far made. */
  private readonly _folders = new Map<string, Omit<PlacedFile, 'path'>>();
  /** Makings of folders that are told already. */
  private readonly _wanted = new Set<Omit<PlacedFile, 'path'>>();
  /** Where the cells so far wrote files of names that are not known. */
  private readonly _into: Written[] = [];
  private readonly _told = new Set<string>();
  /** Paths that the cells so far wrote. */
  private readonly _written = new Set<string>();
}

/** A folder that travels with all that is in it. */
const whole = (path: string): Pick<PlacedFile, 'path' | 'folder'> => ({ path, folder: true });

/** The folders that a path is in, the nearest first. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, -1 - index).join('/')).filter(folder => folder !== '');
}

/** The folder that a path is in, or is, as far as it is known. */
const knownFolder = (path: string): string =>
  path.includes('*') ? folderOf(path.replace(/\*.*/, '')) : path;

const isPattern = (path: string): boolean => /[*?[]/.test(path);

/** What is in a folder, or fits a pattern (Python's library reference, `glob`). */
function fitting(path: string): RegExp {
  const text = isPattern(path) ? path : `${path.replace(/\/$/, '')}/**`;
  const pieces = text
    .split(/(\*\*\/?|\*|\?)/)
    .map(piece => WILD[piece] ?? piece.replace(/[.+^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('')}$`);
}

const WILD: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };
