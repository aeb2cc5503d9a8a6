/** How long after a change its problems are looked for, in milliseconds: it has been drawn by then. */
const PAUSE = 20;

/** How long the page is kept from everything else at a time, in milliseconds. */
const BUSY = 5;

/** Does work in tasks of their own, a little at a time, so that the page stays free; returns the way to stop. */
export function inTasks(work: () => boolean): () => void {
  const run = () => {
    const end = performance.now() + BUSY;
    let more = true;
    while (more && performance.now() < end) {
      more = work();
    }
    if (more) {
      timer = setTimeout(run);
    }
  };
  let timer = setTimeout(run, PAUSE);
  return () => clearTimeout(timer);
}
