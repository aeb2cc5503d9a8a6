interface Waiting<Item, Result> {
  item: Item;
  room: string;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers what comes while a commit runs, and stores it with the next one: however much there is to store, one commit
 * is under way at a time, and nothing waits for more than two.
 */
export class GroupCommit<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private running: Waiting<Item, Result>[] = [];
  private busy = false;
  /** What is under way: a commit, or what else comes in this turn of the event loop. */
  private step: Promise<void> = Promise.resolve();

  constructor(private readonly commit: (items: readonly Item[]) => Promise<readonly Result[]>) {}

  /** Resolves when it is stored; rejected as well when something of the same room that came before could not be. */
  add(room: string, item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, room, resolve, reject });
      if (!this.busy) {
        void this.run();
      }
    });
  }

  /** Resolves when nothing of this room, or of any, waits to be stored. */
  async settled(room?: string): Promise<void> {
    const concerns = (entry: Waiting<Item, Result>) => room === undefined || entry.room === room;
    while (this.waiting.some(concerns) || this.running.some(concerns)) {
      await this.step;
    }
  }

  private async run(): Promise<void> {
    this.busy = true;
    await (this.step = new Promise(resolve => setImmediate(resolve)));
    while (this.waiting.length > 0) {
      this.running = this.waiting;
      this.waiting = [];
      await (this.step = this.store(this.running));
      this.running = [];
    }
    this.busy = false;
  }

  private async store(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.commit(batch.map(({ item }) => item));
      batch.forEach((entry, i) => entry.resolve(results[i]));
    } catch (error) {
      const rooms = new Set(batch.map(({ room }) => room));
      const behind = this.waiting.filter(({ room }) => rooms.has(room));
      this.waiting = this.waiting.filter(({ room }) => !rooms.has(room));
      [...batch, ...behind].forEach(entry => entry.reject(error));
    }
  }
}
