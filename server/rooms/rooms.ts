import type { Connection } from './connection';
import { CLOSE, Refusal } from './refusal';
import { Room, type RoomContext } from './room';

/** Ids of documents, and so of rooms: nothing that could mean a path. */
const ROOM_ID = /^[0-9A-Za-z]{1,64}$/;

/** The rooms in memory: each is loaded once, and let go when nobody is in it and all of it is stored. */
export class Rooms {
  private readonly rooms = new Map<string, Promise<Room>>();
  private closed = false;

  constructor(private readonly context: RoomContext) {}

  /**
   * Brings a client into a room.
   *
   * @throws Refusal when there cannot be such a room, or the hub ends.
   * @throws StoreError when the room cannot be loaded.
   */
  async join(id: string, connection: Connection): Promise<Room> {
    if (!ROOM_ID.test(id)) {
      throw new Refusal(
        CLOSE.noRoom,
        'A room is named by the id of a document: up to 64 letters and digits.'
      );
    }
    let room: Room;
    do {
      room = await this.opened(id);
    } while (room.isEnded);
    room.join(connection);
    return room;
  }

  /** Takes a client out, and the room out of memory some time after the last one. */
  leave(room: Room, connection: Connection): void {
    room.leave(connection);
    if (room.isEmpty && !room.isEnded) {
      setTimeout(() => void this.unload(room), this.context.limits.idle).unref();
    }
  }

  /** Sends everybody away; resolves when all that they wrote is stored. */
  async close(): Promise<void> {
    this.closed = true;
    const all = await Promise.allSettled(this.rooms.values());
    const rooms = all.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
    rooms.forEach(room => room.isEnded || room.end(CLOSE.restart, 'The hub is restarted.'));
    await Promise.all(rooms.map(room => room.settled()));
  }

  private opened(id: string): Promise<Room> {
    if (this.closed) {
      throw new Refusal(CLOSE.restart, 'The hub is restarted.');
    }
    return this.rooms.get(id) ?? this.open(id);
  }

  private open(id: string): Promise<Room> {
    const opening: Promise<Room> = Room.open(id, this.context, () => this.rooms.delete(id));
    this.rooms.set(id, opening);
    opening.catch(() => this.rooms.delete(id));
    return opening;
  }

  private async unload(room: Room): Promise<void> {
    await room.settled();
    if (room.isEmpty && !room.isEnded) {
      room.end(CLOSE.restart, 'The room is unloaded.');
    }
  }
}
