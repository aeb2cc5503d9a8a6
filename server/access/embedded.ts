import { createHash, timingSafeEqual } from 'node:crypto';
import type { Access } from './access';
import { fromOwnHost, namesLoopback } from './origin';
import { readUser, type User } from './user';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Access behind jupyter-server-proxy: Jupyter authenticates the user; the proxy shows the secret that the hub was
 * started with, and names the user in a header that no browser can set through it.
 */
export function embeddedAccess(secret: string): Access {
  const expected = digest(secret);
  const admits: Access['admits'] = ({ 'x-weft-proxy': shown }) =>
    typeof shown === 'string' && timingSafeEqual(digest(shown), expected);
  return {
    admits,
    identify: headers =>
      admits(headers) && fromOwnHost(headers) ? readUser(String(headers['x-weft-user'] ?? '')) : undefined
  };
}

const DEVELOPER: User = { username: 'developer', display_name: 'Developer' };

/** Access without a secret, for development: anyone on this machine, and no page of another host. */
export function localAccess(): Access {
  return {
    admits: namesLoopback,
    identify: headers => (namesLoopback(headers) && fromOwnHost(headers) ? DEVELOPER : undefined)
  };
}
