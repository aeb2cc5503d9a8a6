import { createHash } from 'node:crypto';
import type { User } from '../../src/wire';

/** How long a token's user is remembered, in milliseconds: so long a token that was revoked still counts. */
const REMEMBERED = 60_000;
const MOST = 1000;

/** Remembers for a minute whose token it is, by a digest of the token. What is not known is asked for again. */
export function usersByToken(
  ask: (token: string) => Promise<User | undefined>
): (token: string) => Promise<User | undefined> {
  const known = new Map<string, { user: User; until: number }>();
  return async token => {
    const digest = createHash('sha256').update(token).digest('base64url');
    const remembered = known.get(digest);
    if (remembered && remembered.until > Date.now()) {
      return remembered.user;
    }
    known.delete(digest);
    const user = await ask(token);
    if (user) {
      known.set(digest, { user, until: Date.now() + REMEMBERED });
      if (known.size > MOST) {
        known.delete([...known.keys()][0]);
      }
    }
    return user;
  };
}
