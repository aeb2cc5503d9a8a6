/** Time and chance, to be replaced in tests. */
export interface Timers {
  /** Runs something once after so many milliseconds; returns the way to prevent it. */
  after(delay: number, run: () => void): () => void;
  /** From 0 up to 1. */
  random(): number;
}

export const realTimers: Timers = {
  after(delay, run) {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
  random: () => Math.random()
};

/** Runs something an interval after it was asked for, once however often that was. */
export class Paced {
  private waiting = false;
  private stop: (() => void) | null = null;

  /** @param interval in milliseconds */
  constructor(
    private readonly timers: Timers,
    private readonly interval: number,
    private readonly run: () => void
  ) {}

  ask(): void {
    if (!this.waiting) {
      this.waiting = true;
      this.stop = this.timers.after(this.interval, () => {
        this.waiting = false;
        this.run();
      });
    }
  }

  dispose(): void {
    this.waiting = true;
    this.stop?.();
  }
}
