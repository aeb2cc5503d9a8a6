const PERIOD = 1000;

/**
 * Calls back when the process that started this one is gone: a Jupyter server that was killed cannot end its hub, and
 * the orphan would hold the storage.
 */
export function watchParent(gone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      gone();
    }
  }, PERIOD);
  timer.unref();
}
