/** Calls back in tasks of their own, a bit of work each time, until that returns false; returns the way to stop. */
export type InTasks = (work: () => boolean) => () => void;

/** Work that is done bit by bit, begun anew when what it works on changed; only what was found last is told. */
export class Search<T> {
  /**
   * @param _begin starts the work on what is there now
   * @param _tell takes what was found
   * @param _inTasks when the work is done
   */
  constructor(
    private readonly _begin: () => Iterator<void, T, void>,
    private readonly _tell: (found: T) => void,
    private readonly _inTasks: InTasks
  ) {}

  /** Something changed: what was found of it so far is worth nothing. */
  renew(): void {
    this.#work = null;
    if (!this.#isDisposed) {
      this.#stop ??= this._inTasks(() => this.#advance());
    }
  }

  /** Does at once what is left to do. */
  finish(): void {
    const stop = this.#stop;
    stop?.();
    while (this.#stop) {
      this.#advance();
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#stop?.();
    this.#stop = null;
    this.#work = null;
  }

  /** Whether there is more to do. A fault ends the work, which the next change begins anew. */
  #advance(): boolean {
    let step: IteratorResult<void, T> | undefined;
    try {
      this.#work ??= this._begin();
      step = this.#work.next();
    } finally {
      if (step?.done !== false) {
        this.#work = null;
        this.#stop = null;
      }
    }
    if (step.done) {
      this._tell(step.value);
    }
    return !step.done;
  }

  #work: Iterator<void, T, void> | null = null;
  #stop: (() => void) | null = null;
  #isDisposed = false;
}
