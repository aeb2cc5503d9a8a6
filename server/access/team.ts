import type { IncomingMessage } from 'node:http';
import type { Role, User } from '../../src/wire';
import type { Access, Claim } from './access';
import { Addresses, clientAddress } from './addresses';
import { fromAllowedPage } from './origin';

/** What the modes of a hub for a team have in common. */
export interface TeamOptions {
  defaultRole?: Role | 'none';
  /** Origins of pages that may use the hub beside those of its own host: `https://lab.example`. */
  origins?: readonly string[];
  /** Addresses of proxies before the hub, whose word on the client's address counts. */
  trustedProxies?: readonly string[];
}

/** Who sent a request, by the mode's own proof; the page it comes from is checked already. */
export type Identify = (
  request: IncomingMessage
) => Promise<{ user: User; claim?: Claim } | undefined> | { user: User; claim?: Claim } | undefined;

/** Access to a hub that a team reaches by network. @throws AddressError */
export function teamAccess(identify: Identify, options: TeamOptions): Access {
  const { defaultRole = 'editor', origins = [], trustedProxies = [] } = options;
  const trusted = new Addresses(trustedProxies);
  const addressOf = (request: IncomingMessage) => clientAddress(request, trusted);
  return {
    defaultRole,
    origins,
    reaches: () => true,
    addressOf,
    async admit(request) {
      const known = fromAllowedPage(request.headers, origins) ? await identify(request) : undefined;
      return known ? { ...known, address: addressOf(request) } : null;
    }
  };
}
