import type { Version } from './version';

/** What each name stands for while cells run in thought. */
export class CurrentNames {
  /** Of each cell: the last thing that happened to each name in it; null when it was deleted. */
  readonly ends: Map<string, Version | null>[] = [];

  beginCell(): void {
    this.ends.push(new Map());
  }

  beginStatement(): void {
    this._entry = new Map();
  }

  get(name: string): Version | null {
    return this._now.get(name) ?? null;
  }

  /** Uses of a statement are told as seen from outside it, so they meet what was there when it began. */
  atEntry(name: string): Version | null {
    const kept = this._entry.get(name);
    return kept === undefined ? this.get(name) : kept;
  }

  set(version: Version): void {
    this._keepEntry(version.name);
    this._now.set(version.name, version);
    this.ends.at(-1)?.set(version.name, version);
  }

  delete(name: string): void {
    this._keepEntry(name);
    this._now.delete(name);
    this.ends.at(-1)?.set(name, null);
  }

  get all(): ReadonlyMap<string, Version> {
    return this._now;
  }

  private _keepEntry(name: string): void {
    if (!this._entry.has(name)) {
      this._entry.set(name, this.get(name));
    }
  }

  private readonly _now = new Map<string, Version>();
  private _entry = new Map<string, Version | null>();
}
