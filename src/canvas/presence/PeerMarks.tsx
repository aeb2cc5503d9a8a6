import { ViewportPortal } from '@xyflow/react';
import * as React from 'react';
import type { Editor } from '../../actions';
import type { Peer } from '../../session';
import { nameOf } from '../../wire';
import { useBox } from './use-box';
import { usePeers } from './use-peers';

/** Who has a node selected or in hand. */
interface Mark {
  username: string;
  name: string;
  colour: number;
}

/** For `usePeers`: who is at each node; one with two windows is there once. */
export function pickMarks(peers: readonly Peer[]): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  for (const { user, colour, presence } of peers) {
    for (const id of new Set([...(presence.selection ?? []), ...(presence.drag?.nodes ?? [])])) {
      const beside = marks.get(id) ?? [];
      if (!beside.some(({ username }) => username === user.username)) {
        beside.push({ username: user.username, name: nameOf(user), colour });
      }
      marks.set(id, beside);
    }
  }
  return marks;
}

/** Outlines around what others have selected, each with a name; they lie above the nodes, which know nothing of them. */
export function PeerMarks({ editor: { session } }: { editor: Editor }): JSX.Element | null {
  const marks = usePeers(session, pickMarks);
  return marks.size === 0 ? null : (
    <ViewportPortal>
      {[...marks].map(([id, who]) => (
        <NodeMark key={id} id={id} who={who} />
      ))}
    </ViewportPortal>
  );
}

/** How many names stand on one tag. */
const NAMES = 2;

const NodeMark = React.memo(({ id, who }: { id: string; who: readonly Mark[] }) => {
  const box = useBox(id);
  if (!box) {
    return null;
  }
  const names = who.slice(0, NAMES).map(({ name }) => name);
  const more = who.length - names.length;
  return (
    <div
      className={`jp-WeftPeers-mark jp-mod-peer${who[0].colour}`}
      style={{ transform: `translate(${box.x}px, ${box.y}px)`, width: box.width, height: box.height }}
      data-weft-marked={id}
      aria-hidden="true"
    >
      <span className="jp-WeftPeers-name">{names.join(', ') + (more > 0 ? ` +${more}` : '')}</span>
    </div>
  );
});
NodeMark.displayName = 'NodeMark';
