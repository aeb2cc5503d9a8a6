/**
 * The same function of a text, which keeps the results for the texts it was asked for last. For results that take a
 * while, when most texts are asked for again.
 * @param kept how many characters of texts are kept
 */
export function remember<T>(work: (text: string) => T, kept: number): (text: string) => T {
  const known = new Map<string, T>();
  let held = 0;
  return text => {
    const found = known.has(text) ? (known.get(text) as T) : work(text);
    held += known.delete(text) ? 0 : text.length;
    known.set(text, found);
    for (const oldest of known.keys()) {
      if (held <= kept || oldest === text) {
        break;
      }
      known.delete(oldest);
      held -= oldest.length;
    }
    return found;
  };
}
