import * as Y from 'yjs';
import { createSharedPipeline, writePipeline } from '../pipeline';
import { whileClosed } from './room-lock';
import { findUnused, RoomStorage } from './room-storage';

/** How long a room is kept after it was last used, in milliseconds: 60 days. */
const KEPT_FOR = 60 * 24 * 60 * 60 * 1000;

/**
 * Deletes what this browser keeps of rooms that were not opened in it for 60 days. A room stays as long as a tab has it
 * open, and for good while it holds anything that the hub is not known to have. Where the browser cannot tell what is
 * open in other tabs nothing is deleted. Never rejects: what could not be deleted is tried again the next time.
 * @param now in milliseconds since 1970
 */
export async function pruneRooms(now = Date.now()): Promise<void> {
  const unused = await findUnused(now - KEPT_FOR).catch(() => []);
  for (const room of unused) {
    await whileClosed(room, () => pruneRoom(room, now - KEPT_FOR)).catch(() => undefined);
  }
}

async function pruneRoom(room: string, before: number): Promise<void> {
  const storage = new RoomStorage(room, () => undefined);
  const ydoc = new Y.Doc();
  try {
    const kept = await storage.find();
    if (kept?.used === undefined || kept.used >= before || kept.unsent > 0 || kept.base === null) {
      return;
    }
    await storage.follow(ydoc, kept.epoch);
    // Counts are written after the edits they count, so that what is kept has to say it too.
    if (textOf(ydoc) === kept.base) {
      await storage.erase(kept.epoch);
    }
  } finally {
    storage.close();
    ydoc.destroy();
  }
}

function textOf(ydoc: Y.Doc): string {
  const shared = createSharedPipeline({ ydoc });
  try {
    return writePipeline(shared.stored);
  } finally {
    shared.dispose();
  }
}
