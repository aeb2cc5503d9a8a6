import type { CellAnalyzer, KnownCell } from '../../notebook';

/** How much source is analysed at a time, in characters: a few milliseconds' work. */
const BATCH = 6_000;

/** For how much new source one more helper is called, in characters: less is read sooner than a helper has started. */
const PER_HELPER = 100_000;

/** How long helpers without work stay, in milliseconds. */
const STAY = 30_000;

/** Analyses sources somewhere else, each alone. */
export interface CellHelper {
  /** What the sources say, in their order, as JSON of a `KnownCell[]`. Rejects when nothing more can come. */
  read(sources: readonly string[]): Promise<string>;
  end(): void;
}

/** Starts a helper; resolves when it can be given work, rejects where there can be none. */
export type StartHelper = () => Promise<CellHelper>;

/** What sources say, in their order. As JSON it goes from thread to thread: that is read sooner than a copied object. */
export interface Found {
  sources: readonly string[];
  known: KnownCell[];
  json: string;
}

/**
 * Analyses many sources bit by bit. What a cell says depends on that cell alone, so that helpers share the work where
 * there is much of it: all take from one queue, and a helper that starts late or gives up delays nobody.
 */
export class CellsReader {
  /** @param _most how many helpers may work at once */
  constructor(
    readonly analyzer: CellAnalyzer,
    private readonly _most = 0,
    private readonly _start: StartHelper = () => Promise.reject(new Error('There are no helpers.'))
  ) {}

  /** What the sources say, a little at a time and in any order. */
  async *read(sources: Iterable<string>): AsyncGenerator<Found, void, void> {
    const all = [...new Set(sources)];
    const known = all.filter(source => this.analyzer.has(source));
    const fresh = all.filter(source => !this.analyzer.has(source));
    const size = fresh.reduce((sum, source) => sum + source.length, 0);
    for (const batch of inBatches(known, length)) {
      yield this._here(batch);
    }
    const work = new SharedWork([...inBatches(fresh, length)]);
    const helped = this._call(Math.floor(size / PER_HELPER), work);
    while (!work.isDone) {
      const batch = work.queue.shift();
      if (batch) {
        yield this._here(batch);
      }
      if (helped) {
        await (batch ? turn() : work.progress());
        for (const found of work.found.splice(0)) {
          found.sources.forEach((source, i) => this.analyzer.learn(source, found.known[i]));
          yield found;
        }
      }
    }
    if (this._helpers.length > 0) {
      this._leaving = setTimeout(() => this.endHelpers(), STAY);
    }
  }

  /** Lets the helpers go; when there is much to read again, others are called. */
  endHelpers(): void {
    clearTimeout(this._leaving);
    this._helpers.forEach(helper => void helper.then(ready => ready.end()).catch(() => undefined));
    this._helpers = [];
  }

  private _here(sources: readonly string[]): Found {
    const known = this.analyzer.known(sources);
    return { sources, known, json: JSON.stringify(known) };
  }

  /** Lets helpers take part as soon as they are there; tells whether any was called. */
  private _call(wanted: number, work: SharedWork): boolean {
    const count = Math.min(wanted, this._most);
    clearTimeout(this._leaving);
    while (this._helpers.length < count) {
      this._helpers.push(this._start());
    }
    this._helpers.slice(0, count).forEach(helper => {
      helper
        .then(ready => work.share(ready))
        .catch(() => {
          this._helpers = this._helpers.filter(other => other !== helper);
        });
    });
    return count > 0;
  }

  private _helpers: Promise<CellHelper>[] = [];
  private _leaving: ReturnType<typeof setTimeout> | undefined;
}

const length = (source: string): number => source.length;

/** Batches that wait, those that helpers have, and those that came back. */
class SharedWork {
  readonly found: Found[] = [];

  constructor(readonly queue: string[][]) {}

  get isDone(): boolean {
    return this.queue.length === 0 && this._away.size === 0 && this.found.length === 0;
  }

  /** Resolves when there is something that a helper has brought, or given back. */
  async progress(): Promise<void> {
    if (this.found.length === 0 && this.queue.length === 0) {
      await Promise.race([...this._away].map(job => job.catch(() => undefined)));
    }
  }

  /** Gives a helper one batch after the other, and the next one ahead, so that it never waits. */
  async share(helper: CellHelper): Promise<void> {
    const take = async () => {
      for (let batch = this.queue.shift(); batch; batch = this.queue.shift()) {
        const job = this._give(helper, batch);
        this._away.add(job);
        await job.finally(() => this._away.delete(job));
      }
    };
    await Promise.all([take(), take()]);
  }

  private async _give(helper: CellHelper, sources: string[]): Promise<void> {
    try {
      const json = await helper.read(sources);
      this.found.push({ sources, known: JSON.parse(json) as KnownCell[], json });
    } catch (error) {
      this.queue.push(sources);
      throw error;
    }
  }

  private readonly _away = new Set<Promise<void>>();
}

/** Lets messages in: a timer would take milliseconds. */
function turn(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Things in batches of about the same size, which is a few milliseconds' work on either side. */
export function* inBatches<T>(all: readonly T[], sizeOf: (one: T) => number): Generator<T[], void, void> {
  let batch: T[] = [];
  let size = 0;
  for (const one of all) {
    batch.push(one);
    size += sizeOf(one);
    if (size >= BATCH) {
      yield batch;
      [batch, size] = [[], 0];
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}
