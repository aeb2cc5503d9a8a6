/**
 * How large the document of a room is. The updates are counted as they come, which is never less than what they make
 * together; the document itself is measured only when something seems not to fit, and not again before it changed.
 */
export class RoomSize {
  private isExact = false;

  /** Sizes are in bytes. */
  constructor(
    private bytes: number,
    private readonly limit: number
  ) {}

  grew(bytes: number): void {
    this.bytes += bytes;
    this.isExact = false;
  }

  /** Whether so many bytes more would still be within the limit; `measure` takes its time. */
  fits(more: number, measure: () => number): boolean {
    if (this.bytes + more > this.limit && !this.isExact) {
      this.bytes = measure();
      this.isExact = true;
    }
    return this.bytes + more <= this.limit;
  }
}
