import { useCallback, useSyncExternalStore } from 'react';
import type { Session, SessionState } from '../session';

/** What live editing says of itself; the component draws again when it changes. Null where there is none. */
export function useSession(session: Session | null): SessionState | null {
  const subscribe = useCallback(
    (listener: () => void) => session?.subscribe(listener) ?? (() => undefined),
    [session]
  );
  const snapshot = () => session?.state ?? null;
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}
