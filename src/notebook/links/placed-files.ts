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

  /** What is told of an earlier cell once it matters stands with that cell: nothing comes after what it waits for. */
  private _tell(...files: readonly PlacedFile[]): void {
    for (const file of files) {
      this.all.splice(this.all.findLastIndex(({ cell }) => cell <= file.cell) + 1, 0, file);
    }
  }

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
        this._tell(...this._modules(module).map(each => ({ path: each, ...at })));
      } else if (log) {
        this._logs.add(path, at);
      } else if (path !== null && folder && mode === 'write') {
        this._folders.set(knownFolder(path), at);
      } else if (path !== null && (folder || path.includes('*'))) {
        this._addMany(path, at);
      } else if (path !== null && mode === 'delete') {
        this._remove(path, at);
      } else if (path !== null) {
        if (mode === 'write') {
          this._wantFolder(path, at);
        } else if (mode === 'read' && !this._written.has(path)) {
          this._readFolders(({ fits }) => fits.test(path), at);
        }
        this._tell(...(mode === 'read' ? this._logs.written(path) : []));
        this._tell({ path, ...at });
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
    } else if (at.mode === 'delete') {
      this._takeFrom(into => into.folder === knownFolder(path), at);
    } else {
      const inside = fitting(path);
      const found = [...this._written].filter(each => inside.test(each));
      if (!isPattern(path)) {
        this._wantFolder(`${path}/`, at);
      }
      this._readFolders(into => inside.test(into.path) || into.fits.test(path), at);
      this._tell(...[...(isPattern(path) ? [] : [path]), ...found].map(each => ({ path: each, ...at })));
    }
  }

  /** Reads the folders into which something was written that may be it; what was there before goes along with it. */
  private _readFolders(isMet: (into: Written) => boolean, at: Omit<PlacedFile, 'path'>): Set<string> {
    const met = new Set(this._into.filter(isMet).map(into => into.folder));
    for (const folder of met) {
      this._tellFolder(folder);
      this._tell({ ...at, ...whole(folder) });
    }
    return met;
  }

  private _tellFolder(folder: string): void {
    for (const { path, at } of this._into.filter(into => into.folder === folder)) {
      if (!this._told.has(path + at.cell)) {
        this._told.add(path + at.cell);
        this._tell({ ...at, ...whole(folder), mode: 'read' }, { ...at, ...whole(folder) });
      }
    }
  }

  /** A file is no longer there, nor is what is in a folder. */
  private _remove(path: string, at: Omit<PlacedFile, 'path'>): void {
    const inside = fitting(path);
    const isGone = (each: string): boolean => each === path || inside.test(each);
    this._takeFrom(({ fits, folder }) => fits.test(path) && !isGone(folder), at);
    const folders = new Set(this._into.map(({ folder }) => folder).filter(isGone));
    folders.forEach(folder => this._tellFolder(folder));
    this._into = this._into.filter(({ folder }) => !folders.has(folder));
    for (const each of new Set([path, ...folders, ...[...this._written].filter(isGone)])) {
      this._written.delete(each);
      this._tell({ ...at, path: each });
    }
  }

  /** Whoever takes a file from a folder into which other cells wrote, hands on what is left. */
  private _takeFrom(isMet: (into: Written) => boolean, at: Omit<PlacedFile, 'path'>): void {
    const isOfOthers = (into: Written): boolean => into.at.cell !== at.cell && isMet(into);
    for (const folder of this._readFolders(isOfOthers, { ...at, mode: 'read' })) {
      this._into.push({ path: folder, fits: NONE, folder, at: { ...at, mode: 'write' } });
    }
  }

  /** Nothing can be written into a folder, or looked for in one, that an earlier cell made and that is not there. */
  private _wantFolder(path: string, at: Omit<PlacedFile, 'path'>): void {
    const folder = foldersOf(path).find(each => this._folders.has(each));
    const made = folder === undefined ? undefined : this._folders.get(folder);
    if (folder === undefined || !made || made.cell === at.cell) {
      return;
    }
    if (!this._wanted.has(made)) {
      this._wanted.add(made);
      this._tell({ ...made, ...whole(folder) });
    }
    this._tell({ ...at, ...whole(folder), mode: 'read' });
  }

  private readonly _logs = new LogFiles();
  /** Folders that the cells so far made. */
  private readonly _folders = new Map<string, Omit<PlacedFile, 'path'>>();
  /** Makings of folders that are told already. */
  private readonly _wanted = new Set<Omit<PlacedFile, 'path'>>();
  /** Where the cells so far wrote files of names that are not known. */
  private _into: Written[] = [];
  private readonly _told = new Set<string>();
  /** Paths that the cells so far wrote. */
  private readonly _written = new Set<string>();
}

/** A folder that travels with all that is in it. */
const whole = (path: string): Pick<PlacedFile, 'path' | 'folder'> => ({ path, folder: true });

const NONE = /(?!)/;

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
