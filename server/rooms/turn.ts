/** What holds back what it sends until it is told to let it go. */
export interface Gathering {
  letGo(): void;
}

let gathering: Gathering[] = [];

/**
 * Calls `letGo` at the end of this turn of the event loop: what many do in one moment is then one call to the
 * operating system for each client, and most of a hub's work is these calls.
 */
export function atEndOfTurn(one: Gathering): void {
  if (gathering.push(one) === 1) {
    setImmediate(() => {
      const all = gathering;
      gathering = [];
      all.forEach(each => each.letGo());
    });
  }
}
