import type { IncomingHttpHeaders } from 'node:http';
import { TOKEN_PROTOCOL } from '../../src/wire';
import type { Access } from './access';
import type { Key } from './key';
import { verifyRoomToken } from './room-token';
import { teamAccess, type TeamOptions } from './team';

const BEARER = /^Bearer ([\w.-]+)$/i;
/** A token of a room is a few hundred characters; a longer one is not looked at. */
const LONGEST = 4096;

/** The token that a request carries: as a subprotocol, since browsers cannot set headers of WebSockets, or as Bearer. */
function tokenIn(headers: IncomingHttpHeaders): string | undefined {
  const offered = headers['sec-websocket-protocol']?.split(',').map(protocol => protocol.trim()) ?? [];
  const protocol = offered.find(name => name.startsWith(TOKEN_PROTOCOL));
  return protocol?.slice(TOKEN_PROTOCOL.length) ?? BEARER.exec(headers.authorization ?? '')?.[1];
}

/**
 * Access by short-lived tokens of rooms, signed by somebody who knows the users, such as the hub of each Jupyter
 * server. `audience` is the address of this hub as its clients know it.
 */
export function tokenAccess(keys: readonly Key[], audience: string, options: TeamOptions = {}): Access {
  return teamAccess(({ headers }) => {
    const token = tokenIn(headers);
    return token && token.length <= LONGEST ? verifyRoomToken(keys, audience, token) : undefined;
  }, options);
}
