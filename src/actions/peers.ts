import type { Peer, Session } from '../session';
import { keepSame } from './keep-same';

/** A part of what peers show, for `useSyncExternalStore`: the same value until that part changed. */
export interface PeerStore<T> {
  subscribe(listener: () => void): () => void;
  snapshot(): T;
}

const NOBODY: readonly Peer[] = [];

/** What `pick` takes from the peers of a session; of nobody where there is none. */
export function peerStore<T>(session: Session | null, pick: (peers: readonly Peer[]) => T): PeerStore<T> {
  let peers: readonly Peer[] | undefined;
  let value: T;
  return {
    subscribe: listener => session?.subscribe(listener) ?? (() => undefined),
    snapshot: () => {
      const now = session?.peers ?? NOBODY;
      if (now !== peers) {
        value = peers ? keepSame(value, pick(now)) : pick(now);
        peers = now;
      }
      return value;
    }
  };
}
