import * as React from 'react';
import { peerStore } from '../../actions';
import type { Peer, Session } from '../../session';

/**
 * A part of what others in the room show, kept up to date; the component draws again when just that part changed.
 * @param pick the same function each time
 */
export function usePeers<T>(session: Session | null, pick: (peers: readonly Peer[]) => T): T {
  const { subscribe, snapshot } = React.useMemo(() => peerStore(session, pick), [session, pick]);
  return React.useSyncExternalStore(subscribe, snapshot, snapshot);
}
