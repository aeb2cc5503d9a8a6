import type { User } from '../../src/wire';
import { type Key, signRoomToken } from '../access';

/** Another hub where the rooms are, such as that of the team; this one only signs for it. */
export interface OtherHub {
  /** Its address, as its clients know it. */
  url: string;
  /** Signs tokens for it; absent where users sign in there in another way. */
  key?: Key;
}

/**
 * A token of a room for a user. It names no role: who may do what is for the shares there to say.
 */
export function tokenForRoom(
  { url, key }: OtherHub & { key: Key },
  room: string,
  user: User
): Promise<string> {
  return signRoomToken(key, { room, user, audience: url });
}
