import { createHash, timingSafeEqual } from 'node:crypto';
import type { User } from '../../src/wire';
import type { Access } from './access';
import { fromAllowedPage, namesLoopback } from './origin';
import { readUser } from './user';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Access behind jupyter-server-proxy: Jupyter authenticates the user; the proxy shows the secret that the hub was
 * started with, and names the user in a header that no browser can set through it.
 */
export function embeddedAccess(secret: string): Access {
  const expected = digest(secret);
  const reaches: Access['reaches'] = ({ headers: { 'x-weft-proxy': shown } }) =>
    typeof shown === 'string' && timingSafeEqual(digest(shown), expected);
  return {
    defaultRole: 'editor',
    origins: [],
    reaches,
    addressOf: () => null,
    async admit(request) {
      const { headers } = request;
      const user =
        reaches(request) && fromAllowedPage(headers) ? readUser(String(headers['x-weft-user'] ?? '')) : null;
      return user ? { user, address: null } : null;
    }
  };
}

const DEVELOPER: User = { username: 'developer', display_name: 'Developer' };

/** Access without a secret, for development: anyone on this machine, and no page of another host. */
export function localAccess(): Access {
  return {
    defaultRole: 'editor',
    origins: [],
    reaches: ({ headers }) => namesLoopback(headers),
    addressOf: () => null,
    admit: async ({ headers }) =>
      namesLoopback(headers) && fromAllowedPage(headers) ? { user: DEVELOPER, address: null } : null
  };
}
