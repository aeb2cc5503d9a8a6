/**
 * A rate that may be exceeded for a moment. What is taken too early is owed: the taker waits until it is paid back,
 * and nothing is thrown away.
 */
export class TokenBucket {
  private tokens: number;
  private at: number;

  /** `rate` tokens come each second, and at most those of `seconds` seconds are kept. */
  constructor(
    private readonly rate: number,
    private readonly seconds: number,
    private readonly now: () => number = performance.now.bind(performance)
  ) {
    this.tokens = rate * seconds;
    this.at = now();
  }

  /** Takes tokens; returns how many milliseconds to wait before the next are taken. */
  take(count: number): number {
    const now = this.now();
    this.tokens = Math.min(this.rate * this.seconds, this.tokens + ((now - this.at) / 1000) * this.rate);
    this.at = now;
    this.tokens -= count;
    return this.tokens >= 0 ? 0 : (-this.tokens / this.rate) * 1000;
  }
}
