import { Panel } from '@xyflow/react';
import * as React from 'react';
import type { Editor } from '../../actions';
import type { Peer } from '../../session';
import { initials } from '../../wire';
import { followable, type Followed, type Following } from './use-following';
import { usePeers } from './use-peers';

/** How many are shown before the rest is counted. */
const SHOWN = 5;

/** For `usePeers`: everybody once, by name. */
export function pickUsers(peers: readonly Peer[]): Followed[] {
  const users = new Map(peers.map(peer => [peer.user.username, followable(peer)]));
  return [...users.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** Who else has this pipeline open; a click follows them. */
export function WhoIsHere({
  editor,
  following
}: {
  editor: Editor;
  following: Following;
}): JSX.Element | null {
  const { session, trans } = editor;
  const users = usePeers(session, pickUsers);
  const [all, setAll] = React.useState(false);
  const { followed, follow, letGo } = following;
  if (users.length === 0) {
    return null;
  }
  const shown = all || users.length <= SHOWN + 1 ? users : users.slice(0, SHOWN);
  const rest = users.length - shown.length;
  const toggle = (user: Followed) => (followed?.username === user.username ? void letGo() : follow(user));
  return (
    <Panel position="top-right" className="jp-WeftHere">
      <div
        className="jp-WeftHere-users"
        role="group"
        aria-label={trans.__('Also here')}
        data-lm-suppress-shortcuts="true"
      >
        {shown.map(user => (
          <button
            key={user.username}
            type="button"
            className={`jp-WeftHere-user jp-mod-peer${user.colour}`}
            title={trans.__('%1: click to follow', user.name)}
            aria-label={trans.__('Follow %1', user.name)}
            aria-pressed={followed?.username === user.username}
            onClick={() => toggle(user)}
          >
            {initials(user.name)}
          </button>
        ))}
        {(rest > 0 || all) && users.length > SHOWN + 1 && (
          <button
            type="button"
            className="jp-WeftHere-user jp-mod-more"
            aria-expanded={all}
            aria-label={all ? trans.__('Show fewer') : trans.__('Show %1 more', rest)}
            title={
              all
                ? trans.__('Show fewer')
                : users
                    .slice(SHOWN)
                    .map(({ name }) => name)
                    .join(', ')
            }
            onClick={() => setAll(!all)}
          >
            {all ? '–' : `+${rest}`}
          </button>
        )}
      </div>
    </Panel>
  );
}

/** Says around the canvas that the view is somebody else's. */
export function FollowingFrame({ editor: { trans }, following }: { editor: Editor; following: Following }) {
  const { followed, letGo } = following;
  return followed ? (
    <div className={`jp-WeftFollowing jp-mod-peer${followed.colour}`}>
      <div className="jp-WeftFollowing-pill">
        <span>{trans.__('You follow %1', followed.name)}</span>
        <button type="button" onClick={() => void letGo()}>
          {trans.__('Stop')}
        </button>
      </div>
    </div>
  ) : null;
}
