import type { Engine } from '../engine';
import { OrderedStore } from '../ordered-store';
import { SqliteRooms } from './rooms';

/** How long to wait for a hub that is just ending to let go of the file, in milliseconds. */
const PATIENCE = 5000;

/** Keeps rooms in one SQLite file, which this process holds alone. */
export class SqliteStore extends OrderedStore {
  constructor(folder: string, patience = PATIENCE) {
    super(inTurn(new SqliteRooms(folder, patience)), 0);
  }
}

function inTurn(rooms: SqliteRooms): Engine {
  return new Proxy(rooms, {
    get:
      (target, key) =>
      async (...args: unknown[]) =>
        (target[key as keyof SqliteRooms] as (...args: unknown[]) => unknown)(...args)
  }) as unknown as Engine;
}
