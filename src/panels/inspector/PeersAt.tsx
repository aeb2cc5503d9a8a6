import React, { useMemo, useSyncExternalStore } from 'react';
import { peerStore } from '../../actions';
import type { Peer } from '../../session';
import { initials, nameOf } from '../../wire';
import type { Form } from './form';

/** Somebody who has a node open, or is in one of its fields. */
interface Present {
  username: string;
  name: string;
  colour: number;
  field: string;
}

/** The id by which presence names the settings of the pipeline itself. */
export const PIPELINE = '';

/** Who is at what a form edits; nobody where it edits several nodes at once. */
export function peersAt(peers: readonly Peer[], nodes: readonly string[]): Present[] {
  if (nodes.length > 1) {
    return [];
  }
  const id = nodes[0] ?? PIPELINE;
  const found = new Map<string, Present>();
  for (const { user, colour, presence } of peers) {
    const { field, selection = [] } = presence;
    const isIn = field?.node === id;
    if (isIn || (id !== PIPELINE && selection.length === 1 && selection[0] === id)) {
      const last = found.get(user.username);
      const at = (isIn && field.field) || last?.field || '';
      found.set(user.username, { username: user.username, name: nameOf(user), colour, field: at });
    }
  }
  return [...found.values()];
}

function usePeersAt({ editor, nodes }: Form): Present[] {
  const names = nodes.join('\n');
  const { subscribe, snapshot } = useMemo(
    () => peerStore(editor.session, peers => peersAt(peers, nodes)),
    [editor.session, names]
  );
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}

const names = (present: readonly Present[]) => present.map(({ name }) => name).join(', ');

/** Beside the title: who else has this open. */
export function PeersHere({ form }: { form: Form }): React.ReactElement | null {
  const present = usePeersAt(form);
  return present.length === 0 ? null : (
    <p className="jp-WeftPeersHere" role="status">
      {present.map(({ username, name, colour }) => (
        <span key={username} className={`jp-WeftMessage-who jp-mod-peer${colour}`} aria-hidden="true">
          {initials(name)}
        </span>
      ))}
      <span>
        {present.length === 1
          ? form.trans.__('%1 has this open.', names(present))
          : form.trans.__('%1 have this open.', names(present))}
      </span>
    </p>
  );
}

/** Beside a field: who is in it. */
export function PeersInField({ form, field }: { form: Form; field: string }): React.ReactElement | null {
  const present = usePeersAt(form).filter(peer => peer.field === field);
  return present.length === 0 ? null : (
    <span className={`jp-WeftPeers-name jp-mod-peer${present[0].colour}`}>
      {form.trans.__('%1 is editing', names(present))}
    </span>
  );
}
