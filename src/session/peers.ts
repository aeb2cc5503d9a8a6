import { Value } from 'typebox/value';
import { Presence } from '../wire';
import type { Peer } from './session';

/** How many colours the style sheet has for peers. */
const COLOURS = 8;

/** The colour of a user, from 1 on: the same wherever it is worked out. */
export function colourOf(username: string): number {
  let hash = 0;
  for (const character of username) {
    hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  }
  return (hash % COLOURS) + 1;
}

/** The parts of a state of presence that are what they ought to be: others may run another version, or none of ours. */
export function readPresence(state: unknown): Presence {
  const parts = typeof state === 'object' && state !== null ? (state as Record<string, unknown>) : {};
  const fitting = Object.entries(Presence.properties).filter(
    ([key, schema]) => Object.hasOwn(parts, key) && Value.Check(schema, parts[key])
  );
  return Object.fromEntries(fitting.map(([key]) => [key, parts[key]]));
}

/**
 * Those who are in the room, by client; whoever did not change is the same object, and so is the list. Clients without
 * a user are not of this wire, and passed over.
 */
export function readPeers(
  before: readonly Peer[],
  states: ReadonlyMap<number, unknown>,
  own: number
): readonly Peer[] {
  const peers = [...states]
    .filter(([client]) => client !== own)
    .sort(([one], [other]) => one - other)
    .flatMap(([client, state]) => {
      const { user, ...presence } = readPresence(state);
      const last = before.find(peer => peer.client === client);
      const peer = user && { client, user, colour: colourOf(user.username), presence };
      return peer ? [last && JSON.stringify(last) === JSON.stringify(peer) ? last : peer] : [];
    });
  const same = peers.length === before.length && peers.every((peer, index) => peer === before[index]);
  return same ? before : peers;
}
