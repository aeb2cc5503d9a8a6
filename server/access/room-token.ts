import { errors, jwtVerify, SignJWT } from 'jose';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { Role, User } from '../../src/wire';
import type { Claim } from './access';
import type { Key } from './key';
import { ROOM_ID } from './room-id';

const ISSUER = 'weft';
/** How long a token holds, in seconds: long enough to open a room with it, and to keep it for a while. */
export const LIFETIME = 300;
/** By how much the clocks of two machines may differ, in seconds. */
const SKEW = 30;

/** What a token of a room says, beside the claims of JWT itself (`iss`, `aud`, `iat`, `exp`, `jti`). */
const Claims = Type.Object({
  sub: User.properties.username,
  room: Type.String({ pattern: ROOM_ID.source }),
  role: Type.Optional(Role),
  name: User.properties.name,
  color: User.properties.color,
  jti: Type.String({ minLength: 1, maxLength: 128 }),
  iat: Type.Integer(),
  exp: Type.Integer()
});

/** What a token is made of. */
export interface RoomGrant {
  room: string;
  user: User;
  /** Absent: the shares of the room decide. */
  role?: Role;
  /** Address of the hub that the token is for, as its clients know it. */
  audience: string;
}

/** Signs a token of a room; it holds for five minutes. */
export function signRoomToken(
  { kid, alg, key }: Key,
  { room, user, role, audience }: RoomGrant
): Promise<string> {
  const name = user.display_name || user.name || user.username;
  const claims = { room, name, ...(role && { role }), ...(user.color && { color: user.color }) };
  return new SignJWT(claims)
    .setProtectedHeader({ alg, kid, typ: 'JWT' })
    .setIssuer(ISSUER)
    .setAudience(audience)
    .setSubject(user.username)
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME}s`)
    .sign(key);
}

/** What a token proves; nothing when it is forged, ran out, or is for another hub. */
export async function verifyRoomToken(
  keys: readonly Key[],
  audience: string,
  token: string
): Promise<{ user: User; claim: Claim } | undefined> {
  const claims = await verified(keys, audience, token);
  if (!claims) {
    return undefined;
  }
  const { sub, name, color, room, role, exp } = claims;
  const user: User = { username: sub, ...(name && { display_name: name }), ...(color && { color }) };
  return { user, claim: { room, ...(role && { role }), expires: new Date(exp * 1000) } };
}

async function verified(
  keys: readonly Key[],
  audience: string,
  token: string
): Promise<Static<typeof Claims> | undefined> {
  let signer: Key | undefined;
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid, alg }) => {
        signer = keys.find(key => key.kid === kid && key.alg === alg);
        if (!signer) {
          throw new errors.JWKSNoMatchingKey();
        }
        return signer.key;
      },
      { issuer: ISSUER, audience, clockTolerance: SKEW, maxTokenAge: LIFETIME, algorithms: [...ALLOWED] }
    );
    if (!Value.Check(Claims, payload) || payload.exp - payload.iat > LIFETIME) {
      return undefined;
    }
    return !signer?.users || signer.users.includes(payload.sub) ? payload : undefined;
  } catch {
    return undefined; // whatever is wrong with a token, it proves nothing
  }
}

const ALLOWED = ['EdDSA', 'ES256', 'HS256'] as const;
