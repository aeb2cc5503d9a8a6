import type { SharedPipeline } from '../../src/pipeline';
import type { Notice, User } from '../../src/wire';

/** What the HTTP API asks of the rooms; a room that nobody is in is loaded for it. */
export interface LiveRooms {
  /** Edits the pipeline of a room as one of its writers would. Resolves when the edit is durable. */
  edit(room: string, user: User, change: (shared: SharedPipeline) => void): Promise<void>;
  /** The whole state of a room as one Yjs update. */
  state(room: string): Promise<Uint8Array>;
  /** Tells all clients of a room, on this hub and on the others of its store. */
  tell(room: string, notice: Notice): void;
  /** The shares of a room changed: sends away (4401) whoever now has another role, on this hub and on the others. */
  rolesChanged(room: string): Promise<void>;
}
