/** What comes of work that may be paused, without a pause. */
export function finish<T>(work: Iterator<void, T, void>): T {
  let step = work.next();
  while (!step.done) {
    step = work.next();
  }
  return step.value;
}
