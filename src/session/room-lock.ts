const lockOf = (room: string) => `weft-room/${room}`;

/** The locks of this browser; absent where the page is not served safely (plain HTTP from another machine). */
const locks = (): LockManager | undefined => navigator.locks as LockManager | undefined;

/** Tells other tabs of this browser that one has a room open, until it has closed it; resolves when they know. */
export function holdRoom(room: string, closed: Promise<void>): Promise<void> {
  return new Promise(resolve => {
    const hold = locks()?.request(lockOf(room), { mode: 'shared' }, () => {
      resolve();
      return closed;
    });
    void (hold ?? Promise.resolve()).catch(() => undefined).then(resolve); // it works without, too
  });
}

/** Runs something while no tab of this browser has a room open, and none can open it; not at all where one has. */
export async function whileClosed(room: string, run: () => Promise<void>): Promise<void> {
  await locks()?.request(lockOf(room), { ifAvailable: true }, lock => (lock ? run() : undefined));
}
