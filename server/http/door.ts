/** Requests are counted for so long, in milliseconds. */
const WINDOW = 5000;

/**
 * Counts what comes from each address, known or not: whoever knocks too often is sent away before anything costs more
 * than that. Where all come from one place (`null`), the place itself looks after that.
 */
export class Door {
  private counts = new Map<string, number>();
  private begun = -WINDOW;

  /** `rate`: requests in a second from one address, WebSockets or not. */
  constructor(
    private readonly rate: number,
    private readonly now: () => number = performance.now.bind(performance)
  ) {}

  /** Whether one more request may come in from an address. */
  lets(address: string | null): boolean {
    if (address === null) {
      return true;
    }
    if (this.now() - this.begun >= WINDOW) {
      this.counts = new Map();
      this.begun = this.now();
    }
    const count = (this.counts.get(address) ?? 0) + 1;
    this.counts.set(address, count);
    return count <= (this.rate * WINDOW) / 1000;
  }
}
