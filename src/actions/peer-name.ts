import { nameOf } from '../wire';
import type { Editor } from './editor';

/** The name of whoever has a number in the document, while they are in the room. */
export function peerName(
  { session }: Pick<Editor, 'session'>,
  client: number | undefined
): string | undefined {
  const peer = session?.peers.find(other => other.client === client);
  return peer && nameOf(peer.user);
}
