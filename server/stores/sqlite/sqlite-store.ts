import type { Engine } from '../engine';
import { OrderedStore } from '../ordered-store';
import { Thread } from '../threads/thread';

/** How long to wait for a hub that is just ending to let go of the file, in milliseconds. */
const PATIENCE = 5000;

/** Keeps rooms in one SQLite file, which a thread of this process holds alone. */
export class SqliteStore extends OrderedStore {
  constructor(folder: string, patience = PATIENCE) {
    super(inThread(new Thread('sqlite', [folder, patience], true)));
  }
}

/** An engine whose calls are made in a thread. */
function inThread(thread: Thread): Engine {
  const close = async () => {
    await thread.call('close', []);
    await thread.end();
  };
  return new Proxy({} as Engine, {
    get: (_target, call: string) =>
      call === 'close' ? close : (...args: unknown[]) => thread.call(call, args)
  });
}
