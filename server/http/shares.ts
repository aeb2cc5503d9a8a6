import type { ShareChange, Shares, User } from '../../src/wire';
import { type HttpContext, HttpError } from './endpoint';

/** Who may do what in a room, with the hub's default where nobody decided. */
export async function sharesOf({ store, access }: HttpContext, room: string): Promise<Shares> {
  const { users, others } = await store.shares(room);
  return { users, others: others ?? access.defaultRole };
}

/**
 * Gives a role or takes it; whoever has another role now is sent away and comes back with it.
 * @throws HttpError when nobody would own the pipeline any more
 */
export async function changeShare(
  { store, rooms }: HttpContext,
  room: string,
  user: User,
  change: ShareChange
): Promise<void> {
  if (!(await store.share(room, change))) {
    throw new HttpError(409, 'A pipeline keeps at least one owner; make somebody else one first.');
  }
  const detail = `${change.username ?? 'everybody else'}: ${change.role}`;
  await store.record(room, { username: user.username, what: 'shared', detail });
  await rooms.rolesChanged(room);
}
