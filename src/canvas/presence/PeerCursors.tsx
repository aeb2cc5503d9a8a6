import { useStoreApi } from '@xyflow/react';
import * as React from 'react';
import type { Editor } from '../../actions';
import type { Peer, Session } from '../../session';
import { nameOf } from '../../wire';
import { eased, frames, type Place } from './ease';
import { usePeers } from './use-peers';

/** Who points at the canvas; not where. */
const pickPointing = (peers: readonly Peer[]) =>
  peers.flatMap(({ client, user, colour, presence }) =>
    presence.cursor ? [{ client, colour, name: nameOf(user) }] : []
  );

/**
 * Where others point, each with a name. The elements are moved in the page itself: nothing of the drawing is made anew
 * when a pointer moves, neither theirs nor ours.
 */
export function PeerCursors({ editor: { session } }: { editor: Editor }): JSX.Element | null {
  const pointing = usePeers(session, pickPointing);
  const layer = React.useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  React.useEffect(
    () => (session && layer.current ? moveCursors(layer.current, session, store) : undefined),
    [session, store, pointing]
  );
  if (pointing.length === 0) {
    return null;
  }
  return (
    <div ref={layer} className="jp-WeftPeers-cursors" aria-hidden="true">
      {pointing.map(({ client, colour, name }) => (
        <div key={client} data-client={client} className={`jp-WeftPeers-cursor jp-mod-peer${colour}`}>
          <svg viewBox="0 0 16 20" width="16" height="20">
            <path d="M1.5 1.5v14.200l4-3.600 2.500 5.700 2.800-1.200-2.500-5.600 5.400-.3z" />
          </svg>
          <span className="jp-WeftPeers-name">{name}</span>
        </div>
      ))}
    </div>
  );
}

type Store = ReturnType<typeof useStoreApi>;

/** Keeps the cursors of a layer where their peers point, also while the view moves; returns the way to stop. */
function moveCursors(layer: HTMLElement, session: Session, store: Store): () => void {
  const places = new Map<number, Place>();
  const draw = (ms: number): boolean => {
    const [x, y, zoom] = store.getState().transform;
    let moves = false;
    for (const element of layer.children) {
      const { dataset, style } = element as HTMLElement;
      const client = Number(dataset.client);
      const cursor = session.peers.find(peer => peer.client === client)?.presence.cursor;
      if (cursor) {
        const to = { x: cursor[0], y: cursor[1] };
        const at = eased(places.get(client) ?? to, to, ms);
        moves ||= at !== to;
        places.set(client, at);
        style.transform = `translate(${at.x * zoom + x}px, ${at.y * zoom + y}px)`;
      }
    }
    return moves;
  };
  const motion = frames(draw);
  draw(0);
  let { transform } = store.getState();
  const stops = [
    session.subscribe(motion.start),
    store.subscribe(state => {
      if (state.transform !== transform) {
        transform = state.transform;
        draw(0);
      }
    })
  ];
  return () => {
    motion.stop();
    stops.forEach(stop => stop());
  };
}
