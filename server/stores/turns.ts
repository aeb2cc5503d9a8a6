/** Lets work on the same thing be done in the order it was asked for, and work on others go on meanwhile. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key);
    const result = before ? before.then(work) : work();
    const done = result.then(
      () => undefined,
      () => undefined
    );
    this.last.set(key, done);
    void done.then(() => this.last.get(key) === done && this.last.delete(key));
    return result;
  }

  /** Resolves when nothing is under way any more. */
  async over(): Promise<void> {
    await Promise.all(this.last.values());
  }
}
