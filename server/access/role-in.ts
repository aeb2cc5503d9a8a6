import { lesser, mayEdit, type Role } from '../../src/wire';
import type { Store } from '../stores';
import type { Access, Visitor } from './access';

/**
 * What a visitor may do in a room that exists: what its owner gave them by name, else what their token says, else what
 * the owner gave everybody, else the default of the hub. A token's role is also the most they may do.
 * @throws StoreError
 */
export async function roleIn(
  store: Pick<Store, 'roleOf'>,
  { defaultRole }: Pick<Access, 'defaultRole'>,
  { user, claim }: Visitor,
  room: string
): Promise<Role | 'none'> {
  if (claim && claim.room !== room) {
    return 'none';
  }
  const { own, others } = await store.roleOf(room, user.username);
  const role = own ?? claim?.role ?? others ?? defaultRole;
  return role === 'none' || !claim?.role ? role : lesser(role, claim.role);
}

/** Whether a visitor may make a room that does not exist yet, and so become its owner. */
export function mayCreate({ claim }: Visitor, room: string): boolean {
  return !claim || (claim.room === room && (!claim.role || mayEdit(claim.role)));
}
