import type { Timers } from './timers';

const FIRST = 200;
const LONGEST = 30_000;

/** When to try again: later each time, and never at the same moment as the others who lost the same hub. */
export class Retry {
  private failures = 0;
  private stop: (() => void) | null = null;

  constructor(
    private readonly timers: Timers,
    private readonly run: () => void
  ) {}

  /** @param least how long to wait at least, in milliseconds */
  later(least = 0): void {
    this.cancel();
    const longest = Math.min(LONGEST, FIRST * 2 ** this.failures++);
    const delay = least + longest * (0.5 + this.timers.random() / 2);
    this.stop = this.timers.after(delay, () => {
      this.stop = null;
      this.run();
    });
  }

  /** It worked: the next failure is the first again. */
  reset(): void {
    this.failures = 0;
  }

  cancel(): void {
    this.stop?.();
    this.stop = null;
  }
}
