import { SqliteStore, type Store, type StoreListener } from '../stores';
import { temporaryFolder } from './hub';

/** One storage as several hubs see it, each through a store of its own; `deaf` ones hear nothing of the others. */
export function sharedStores(count: number, { deaf = false } = {}): Store[] {
  const storage = new SqliteStore(temporaryFolder());
  const listeners: (StoreListener | null)[] = Array.from({ length: count }, () => null);
  const others = (own: number) => (deaf ? [] : listeners.filter((_, i) => i !== own));
  return listeners.map((_, own) => {
    const overrides: Partial<Store> = {
      isShared: true,
      async append(...args) {
        const head = await storage.append(...args);
        others(own).forEach(other => other?.stored(args[0]));
        return head;
      },
      async seed(...args) {
        const won = await storage.seed(...args);
        others(own).forEach(other => other?.stored(args[0]));
        return won;
      },
      publish: (room, message) =>
        setImmediate(() => others(own).forEach(other => other?.published(room, message))),
      listen(listener) {
        listeners[own] = listener;
        return () => void (listeners[own] = null);
      },
      close: async () => undefined
    };
    return new Proxy<Store>(storage, {
      get(target, key: keyof Store) {
        const value = overrides[key] ?? target[key];
        return typeof value === 'function' ? value.bind(target) : value;
      }
    });
  });
}
