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
    const { name, root } = version;
    this._keepEntry(name);
    this._leave(name);
    this._now.set(name, version);
    this._places.set(name, this._places.get(name) ?? this._next++);
    this._namesOf.set(root, (this._namesOf.get(root) ?? new Set()).add(name));
    this.ends.at(-1)?.set(name, version);
  }

  delete(name: string): void {
    this._keepEntry(name);
    this._leave(name);
    this._now.delete(name);
    this._places.delete(name);
    this.ends.at(-1)?.set(name, null);
  }

  /** What stands for the objects of roots, in the order in which the names came. */
  standingFor(roots: Iterable<Version>): Version[] {
    const names = [...roots].flatMap(root => [...(this._namesOf.get(root) ?? [])]);
    const place = (name: string): number => this._places.get(name) ?? 0;
    return names.sort((one, other) => place(one) - place(other)).flatMap(name => this.get(name) ?? []);
  }

  get all(): ReadonlyMap<string, Version> {
    return this._now;
  }

  private _leave(name: string): void {
    const root = this.get(name)?.root;
    if (root) {
      this._namesOf.get(root)?.delete(name);
    }
  }

  private _keepEntry(name: string): void {
    if (!this._entry.has(name)) {
      this._entry.set(name, this.get(name));
    }
  }

  private readonly _now = new Map<string, Version>();
  private readonly _places = new Map<string, number>();
  private readonly _namesOf = new Map<Version, Set<string>>();
  private _next = 0;
  private _entry = new Map<string, Version | null>();
}
