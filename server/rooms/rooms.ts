import type { SharedPipeline } from '../../src/pipeline';
import { CLOSE, type Notice, type User } from '../../src/wire';
import { ROOM_ID, type Visitor } from '../access';
import type { Stored } from '../stores';
import type { Connection } from './connection';
import { noticeFrame } from './frames';
import { readWord, type Word, writeWord } from './neighbours';
import { Refusal } from './refusal';
import { Room } from './room';
import type { RoomContext } from './room-context';

/** How often rooms are looked after, in milliseconds. */
const CHECK = 100;
/** How often other hubs are told who is here, in milliseconds: they forget after 45 s. */
const REPEAT = 15_000;

/** The rooms in memory: each is loaded once, and let go when nobody is in it and all of it is stored. */
export class Rooms {
  private readonly rooms = new Map<string, Promise<Room>>();
  private readonly open = new Map<string, Room>();
  private readonly timers: NodeJS.Timeout[];
  private readonly unlisten: () => void;
  private closed = false;
  /** Counts changes of roles: a role that was read before one may be wrong. */
  private roleChanges = 0;

  constructor(private readonly context: RoomContext) {
    const every = (period: number, work: (room: Room) => void) =>
      setInterval(() => this.open.forEach(work), period).unref();
    this.timers = [every(CHECK, room => room.check(performance.now())), every(REPEAT, room => room.repeat())];
    if (context.store.isShared) {
      this.timers.push(every(context.limits.headCheck, room => void room.follow()));
    }
    this.unlisten = context.store.listen({
      stored: id =>
        id === null ? this.open.forEach(room => void room.follow()) : void this.open.get(id)?.follow(),
      published: (id, message) => this.hear(id, message)
    });
  }

  get size(): number {
    return this.open.size;
  }

  /** Bytes that wait to be stored, and rooms with edits whose predecessors never came. */
  get unsaved(): number {
    return [...this.open.values()].reduce((sum, room) => sum + room.unsaved, 0);
  }

  get gaps(): number {
    return [...this.open.values()].filter(room => room.hasGap).length;
  }

  /**
   * Brings a client into a room. The first to come makes it, and owns it.
   *
   * @param epoch that of the history which the client brings along, if it has one
   * @throws Refusal when there cannot be such a room, or not for this client, or the hub ends.
   * @throws StoreError, or Error, when the room cannot be loaded.
   */
  async join(id: string, connection: Connection, epoch: string | null): Promise<Room> {
    const { visitor } = connection;
    let room: Room;
    let changes: number;
    await this.admit(id, visitor);
    do {
      room = await this.opened(id, visitor.user);
      changes = this.roleChanges;
      const role = await this.context.roleIn(visitor, id);
      if (role === 'none') {
        throw new Refusal(CLOSE.forbidden, 'This pipeline is not shared with you.');
      }
      connection.role = role;
    } while (room.isEnded || changes !== this.roleChanges);
    room.join(connection, epoch);
    return room;
  }

  /** Takes a client out, and the room out of memory some time after the last one. */
  leave(room: Room, connection: Connection): void {
    room.leave(connection);
    this.letGo(room);
  }

  /** Edits the pipeline of a room as one of its writers would. Resolves when the edit is durable. */
  async edit(id: string, user: User, change: (shared: SharedPipeline) => void): Promise<void> {
    await this.visit(id, user, room => room.edit(user, change));
  }

  /** The whole state of a room as one Yjs update. */
  state(id: string): Promise<Uint8Array> {
    return this.visit(id, { username: '' }, async room => room.state());
  }

  /** Tells all clients of a room, on this hub and on the others of its store. */
  tell(id: string, notice: Notice): void {
    this.open.get(id)?.tell(notice);
    this.publish(id, { kind: 'notice', frame: noticeFrame(notice) });
  }

  /** Sends away whoever now has another role, on this hub and on the others. */
  async rolesChanged(id: string): Promise<void> {
    this.publish(id, { kind: 'roles' });
    await this.checkRoles(id);
  }

  /** Whether rooms can be opened. */
  get isOpen(): boolean {
    return !this.closed;
  }

  /** Lets nobody in any more; who is here is asked to come back after a while of their own. */
  drain(): void {
    this.closed = true;
    for (const room of this.open.values()) {
      for (const connection of room.attendance.all) {
        const after = Math.round(Math.random() * this.context.limits.drain);
        connection.notify({ kind: 'drain', after });
      }
    }
  }

  /**
   * Sends everybody away, many over some time; resolves when all that they wrote is stored, or given up.
   * @returns how many updates could not be stored
   */
  async close(): Promise<number> {
    this.drain();
    const all = await Promise.allSettled(this.rooms.values());
    const rooms = all.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
    await this.sendAway(rooms);
    rooms.forEach(room => room.end(CLOSE.restart, 'The hub is restarted.'));
    await Promise.all(rooms.map(room => room.settled()));
    this.timers.forEach(clearInterval);
    this.unlisten();
    return rooms.reduce((sum, room) => sum + room.waiting, 0);
  }

  /** A few go at once; of many, each in its turn, so that they do not all come to the next hub in one moment. */
  private async sendAway(rooms: readonly Room[]): Promise<void> {
    const { drain } = this.context.limits;
    const clients = rooms.flatMap(room => room.attendance.all);
    const pause = drain / GRADUAL;
    const share = Math.max(FEW, Math.ceil(clients.length / GRADUAL));
    for (let i = share; i < clients.length; i += share) {
      clients.slice(i - share, i).forEach(client => client.close(CLOSE.restart, 'The hub is restarted.'));
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  }

  private async admit(id: string, visitor: Visitor): Promise<void> {
    const { store, roleIn, mayCreate } = this.context;
    if (!ROOM_ID.test(id)) {
      throw new Refusal(
        CLOSE.noRoom,
        'A room is named by the id of a document: up to 64 letters and digits.'
      );
    }
    if (this.open.has(id)) {
      return; // and roles are looked at in any case
    }
    const exists = await store.has(id);
    if (exists ? (await roleIn(visitor, id)) === 'none' : !mayCreate(visitor, id)) {
      throw new Refusal(CLOSE.forbidden, 'This pipeline is not shared with you.');
    }
  }

  private opened(id: string, user: User): Promise<Room> {
    if (this.closed) {
      throw new Refusal(CLOSE.restart, 'The hub is restarted.');
    }
    return this.rooms.get(id) ?? this.load(id, user);
  }

  private load(id: string, { username }: User): Promise<Room> {
    const loading: Promise<Room> = this.context.store
      .open(id, username)
      .then(stored => this.begin(id, stored));
    this.rooms.set(id, loading);
    loading.catch(() => this.rooms.delete(id));
    return loading;
  }

  private begin(id: string, stored: Stored): Room {
    const room = new Room(id, stored, this.context, () => {
      this.rooms.delete(id);
      this.open.delete(id);
    });
    this.open.set(id, room);
    return room;
  }

  private async visit<T>(id: string, user: User, work: (room: Room) => Promise<T>): Promise<T> {
    let room: Room;
    do {
      room = await this.opened(id, user);
    } while (room.isEnded);
    try {
      return await work(room);
    } finally {
      this.letGo(room);
    }
  }

  private letGo(room: Room): void {
    if (room.isEmpty && !room.isEnded) {
      setTimeout(() => void this.unload(room), this.context.limits.idle).unref();
    }
  }

  private async unload(room: Room): Promise<void> {
    await room.settled();
    if (room.isEmpty && !room.isEnded) {
      room.end(CLOSE.restart, 'The room is unloaded.');
    }
  }

  private hear(id: string, message: Uint8Array): void {
    const word = readWord(message);
    if (word.kind === 'roles') {
      void this.checkRoles(id);
    } else {
      this.open.get(id)?.hear(word);
    }
  }

  private async checkRoles(id: string): Promise<void> {
    this.roleChanges++;
    const { roleIn, log } = this.context;
    const clients = this.open.get(id)?.attendance.all ?? [];
    await Promise.all(
      clients.map(async client => {
        const role = await roleIn(client.visitor, id).catch(() => null);
        if (role !== client.role) {
          log('role changed', { room: id, user: client.user.username, role: role ?? 'unknown' });
          client.close(CLOSE.revoked, 'What you may do here has changed.');
        }
      })
    );
  }

  private publish(id: string, word: Word): void {
    writeWord(word).forEach(message => this.context.store.publish(id, message));
  }
}

/** In how many steps many clients are sent away, and how many are few. */
const GRADUAL = 20;
const FEW = 20;
