import type { RecordEntry, ShareChange, Version } from '../../src/wire';
import { type Append, type Engine, type Entry, NOT_EMPTY, OTHER_EPOCH } from './engine';
import { GroupCommit } from './group-commit';
import { checkName, storable } from './names';
import {
  EpochError,
  type Store,
  type Stored,
  type StoredShares,
  type StoredVersion,
  StoreError,
  type StoreListener,
  type Update
} from './store';
import { Thread } from './threads/thread';
import { Turns } from './turns';

type Item = Append | Entry;
const isAppend = (item: Item): item is Append => 'epoch' in item;

/** A store upon an engine: calls of a room in their order, appends of all rooms gathered into one commit. */
export class OrderedStore implements Store {
  private readonly turns = new Turns();
  /** Work that changes how a room is kept, and nothing of what is: it need not keep appends waiting. */
  private readonly upkeep = new Turns();
  private readonly commits: GroupCommit<Item, number>;
  private readonly merger = new Thread('merge', [], false);
  private readonly compacting = new Map<string, Promise<void>>();
  private closing: Promise<void> | null = null;

  constructor(private readonly engine: Engine) {
    this.commits = new GroupCommit(items => this.commit(items));
  }

  open(room: string, username: string): Promise<Stored> {
    return this.inTurn(room, () => this.engine.open(room, storable(username)));
  }

  has(room: string): Promise<boolean> {
    return this.inTurn(room, () => this.engine.has(room));
  }

  async seed(room: string, epoch: string, update: Update): Promise<boolean> {
    return (await this.write(room, epoch, [update], true)) !== NOT_EMPTY;
  }

  append(room: string, epoch: string, updates: readonly Update[]): Promise<number> {
    return this.write(room, epoch, updates, false);
  }

  since(room: string, epoch: string, head: number): Promise<{ head: number; updates: Uint8Array[] }> {
    return this.inTurn(room, () => this.engine.since(room, epoch, head));
  }

  /** Rows are merged as they are stored, and exactly those are replaced: what comes meanwhile is not touched. */
  compact(room: string): Promise<void> {
    const running = this.compacting.get(room) ?? this.merge(room).finally(() => this.compacting.delete(room));
    this.compacting.set(room, running);
    return running;
  }

  shares(room: string): Promise<StoredShares> {
    return this.inTurn(room, () => this.engine.shares(room));
  }

  roleOf(room: string, username: string): ReturnType<Store['roleOf']> {
    return this.inTurn(room, () => this.engine.roleOf(room, storable(username)));
  }

  share(room: string, { username, role }: ShareChange): Promise<boolean> {
    const change = username === undefined ? { role } : { username: storable(username), role };
    return this.inTurn(room, () => this.engine.share(room, change));
  }

  versions(room: string): Promise<Version[]> {
    return this.inTurn(room, () => this.engine.versions(room));
  }

  version(room: string, id: number): Promise<StoredVersion | null> {
    return this.inTurn(room, () => this.engine.version(room, id));
  }

  saveVersion(
    room: string,
    { name, by, state }: { name: string; by: string; state: Uint8Array }
  ): Promise<Version> {
    const version = { name: storable(name), by: storable(by), state };
    return this.inTurn(room, () => this.engine.saveVersion(room, version));
  }

  async record(room: string, { username, what, detail }: Omit<RecordEntry, 'at'>): Promise<void> {
    const entry = { username: storable(username), what };
    await this.add({ room, entry: detail === undefined ? entry : { ...entry, detail: storable(detail) } });
  }

  records(room: string, limit: number): Promise<RecordEntry[]> {
    return this.inTurn(room, () => this.engine.records(room, limit));
  }

  publish(_room: string, _message: Uint8Array): void {}

  listen(_listener: StoreListener): () => void {
    return () => undefined;
  }

  async backup(file: string): Promise<void> {
    this.guard();
    await this.settled();
    return this.engine.backup(file);
  }

  async restore(file: string): Promise<void> {
    this.guard();
    await this.settled();
    return this.engine.restore(file);
  }

  async check(): Promise<void> {
    this.guard();
    return this.engine.check();
  }

  close(): Promise<void> {
    this.closing ??= this.settled().then(async () => {
      await this.merger.end();
      await this.engine.close();
    });
    return this.closing;
  }

  private async settled(): Promise<void> {
    await this.turns.over();
    await this.upkeep.over();
    await this.commits.settled();
  }

  private guard(room?: string): void {
    if (this.closing) {
      throw new StoreError('The storage is closed.');
    }
    if (room !== undefined) {
      checkName(room);
    }
  }

  private async inTurn<T>(room: string, work: () => Promise<T>): Promise<T> {
    this.guard(room);
    return this.turns.take(room, async () => {
      await this.commits.settled(room);
      return work();
    });
  }

  private async beside<T>(room: string, work: () => Promise<T>): Promise<T> {
    this.guard(room);
    return this.upkeep.take(room, work);
  }

  private async merge(room: string): Promise<void> {
    const { numbers, updates } = await this.beside(room, () => this.engine.rows(room));
    if (updates.length < 2) {
      return;
    }
    const merged = await this.merger.call('merge', [updates]).catch((cause: unknown) => {
      throw new StoreError(`What is stored of room ${room} cannot be merged; it is kept as it is.`, {
        cause
      });
    });
    await this.beside(room, () => this.engine.replace(room, numbers, merged as Uint8Array));
  }

  private write(room: string, epoch: string, updates: readonly Update[], first: boolean): Promise<number> {
    return this.add({
      room,
      epoch,
      updates: updates.map(({ bytes }) => bytes),
      usernames: updates.map(({ username }) => storable(username)),
      first
    });
  }

  /** Takes its turn to be gathered, but does not keep the next one waiting until it is stored. */
  private add(item: Item): Promise<number> {
    return new Promise((resolve, reject) => {
      this.guard(item.room);
      void this.turns.take(item.room, async () => {
        this.commits
          .add(item.room, item)
          .then(
            result =>
              result === OTHER_EPOCH
                ? reject(new EpochError(`Room ${item.room} was made anew; open it again.`))
                : resolve(result),
            reject
          );
      });
    });
  }

  private async commit(items: readonly Item[]): Promise<number[]> {
    const appends = items.filter(isAppend);
    const results = await this.engine.commit({
      appends,
      entries: items.filter((item): item is Entry => !isAppend(item))
    });
    let next = 0;
    return items.map(item => (isAppend(item) ? results[next++] : 0));
  }
}
