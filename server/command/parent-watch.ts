const PERIOD = 1000;

/**
 * Whether the process that started this one is gone: a Jupyter server that was killed cannot end its hub, and the
 * orphan would hold the storage. It says itself who it is, in `WEFT_PARENT_PID`, since it may be gone before this one
 * can look.
 */
export function isOrphan({ WEFT_PARENT_PID: parent }: NodeJS.ProcessEnv): boolean {
  return Boolean(parent) && process.ppid !== Number(parent);
}

/** Calls back when this process is an orphan. */
export function watchParent(env: NodeJS.ProcessEnv, gone: () => void): void {
  const timer = setInterval(() => {
    if (isOrphan(env)) {
      clearInterval(timer);
      gone();
    }
  }, PERIOD);
  timer.unref();
}
