/**
 * What may have become of a name since the statement or function began, as a set of possibilities.
 * A name that is not in the map is untouched.
 */
export const UNTOUCHED = 1;
export const BOUND = 2;
export const DELETED = 4;

export class FlowState {
  constructor(
    private readonly _names: Map<string, number> = new Map(),
    /** The block was left by return, raise, break or continue. */
    public dead = false
  ) {}

  get(name: string): number {
    return this._names.get(name) ?? UNTOUCHED;
  }

  set(name: string, possible: number): void {
    this._names.set(name, possible);
  }

  clone(): FlowState {
    return new FlowState(new Map(this._names), this.dead);
  }

  entries(): IterableIterator<[string, number]> {
    return this._names.entries();
  }

  /** The state where several paths meet; paths that were left do not arrive. */
  static merge(...paths: FlowState[]): FlowState {
    const alive = paths.filter(path => !path.dead);
    if (alive.length === 0) {
      return paths[0].clone();
    }
    if (alive.length === 1) {
      return alive[0].clone();
    }
    const names = new Set(alive.flatMap(path => [...path._names.keys()]));
    const merged = new Map<string, number>();
    for (const name of names) {
      merged.set(
        name,
        alive.reduce((all, path) => all | path.get(name), 0)
      );
    }
    return new FlowState(merged);
  }
}

/** A path that left the body by `continue` or `break` goes on outside the body. */
export function revive(state: FlowState): FlowState {
  const alive = state.clone();
  alive.dead = false;
  return alive;
}
