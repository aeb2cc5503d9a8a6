import { version } from '../../package.json';
import { ROOM_ID } from '../access';
import { type Call, type Endpoints, HttpError } from './endpoint';
import { tokenForRoom } from './other-hub';

/** Metrics carry no names, yet say how busy a team is: they are for who may come in, or for a port of their own. */
export const HUB_ENDPOINTS: Endpoints = {
  healthz: { GET: { for: 'anybody', handle: () => ({ body: { status: 'ok', version } }) } },
  readyz: { GET: { for: 'anybody', handle: ready } },
  metrics: {
    GET: { for: 'user', handle: async ({ context }) => ({ body: (await context.metrics?.()) ?? '' }) }
  },
  hub: {
    GET: {
      for: 'user',
      handle: ({ context: { otherHub } }) => ({
        body: { version, ...(otherHub && { url: otherHub.url, tokens: Boolean(otherHub.key) }) }
      })
    }
  },
  token: { GET: { for: 'user', handle: token } }
};

async function ready({ context }: Pick<Call, 'context'>) {
  if (!context.ready()) {
    return { status: 503, body: { status: 'ending' } };
  }
  try {
    await context.store.check();
    return { body: { status: 'ready' } };
  } catch {
    return { status: 503, body: { status: 'storage unavailable' } };
  }
}

async function token({ context: { otherHub }, request, visitor }: Call) {
  const { room } = request.query as { room?: unknown };
  if (!otherHub?.key) {
    throw new HttpError(404, 'This hub signs for no other one.');
  }
  if (typeof room !== 'string' || !ROOM_ID.test(room)) {
    throw new HttpError(400, 'Say for which room the token is: token?room=ID.');
  }
  return { body: { token: await tokenForRoom({ ...otherHub, key: otherHub.key }, room, visitor.user) } };
}
