import type { Role } from '../../src/wire';
import { ROOM_ID, signRoomToken } from '../access';
import { signingKey } from './open-access';
import type { CommandLine } from './options';
import { UsageError } from './usage-error';
import { urlOf } from './serve-settings';

/** Prints a token of a room, signed with the key from the environment. @throws UsageError */
export async function printToken({ one }: CommandLine, env: NodeJS.ProcessEnv): Promise<void> {
  const [room = '', username = ''] = [one('room'), one('user')];
  const role = one('role') as Role | undefined;
  if (!ROOM_ID.test(room) || username === '' || username.length > 256) {
    throw new UsageError(
      'usage: weft token --room ID --user NAME [--role ROLE]; an ID is of letters and digits.'
    );
  }
  const audience = urlOf(one('url') ?? (env.WEFT_HUB_URL || undefined));
  if (!audience || !env.WEFT_HUB_KEY) {
    throw new UsageError(
      'weft token needs the variable WEFT_HUB_KEY, and --url or the variable WEFT_HUB_URL.'
    );
  }
  const key = await signingKey(env.WEFT_HUB_KEY);
  process.stdout.write(
    `${await signRoomToken(key, { room, user: { username }, audience, ...(role && { role }) })}\n`
  );
}
