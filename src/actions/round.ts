/** The place after or before one in a list that is walked round and round; from none (-1), its first or last. */
export function round(at: number, step: 1 | -1, length: number): number {
  return at < 0 && step < 0 ? length - 1 : (at + step + length) % length;
}
