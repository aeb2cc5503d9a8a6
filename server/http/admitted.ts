import type { FastifyRequest } from 'fastify';
import { ROLES } from '../../src/wire';
import { ROOM_ID, roleIn, type Visitor } from '../access';
import { type Call, type Endpoint, type HttpContext, HttpError } from './endpoint';

const NOBODY: Visitor = { user: { username: '' }, address: null };

/**
 * Who asks, and what they may do in the room they ask about; decided before anything of a body is read.
 * @throws HttpError when they may not ask this
 */
export async function admitted(
  request: FastifyRequest,
  endpoint: Endpoint,
  context: HttpContext
): Promise<Omit<Call, 'body'>> {
  const call = { context, request, visitor: NOBODY, room: '', role: 'viewer' as const };
  if (endpoint.for === 'anybody') {
    return call;
  }
  const visitor = await context.access.admit(request.raw);
  if (!visitor) {
    throw new HttpError(401, 'The hub does not know who asks, or the page that asks lies elsewhere.');
  }
  return endpoint.for === 'user' ? { ...call, visitor } : inRoom({ ...call, visitor }, endpoint.for);
}

async function inRoom(
  call: Omit<Call, 'body'>,
  least: Exclude<Endpoint['for'], 'anybody' | 'user'>
): Promise<Omit<Call, 'body'>> {
  const { context, request, visitor } = call;
  const { store, access } = context;
  const { room } = request.params as { room: string };
  if (!ROOM_ID.test(room) || !(await store.has(room))) {
    throw new HttpError(404, 'There is no such room.');
  }
  const role = await roleIn(store, access, visitor, room);
  if (role === 'none' || ROLES.indexOf(role) < ROLES.indexOf(least)) {
    const detail = `${request.method} ${request.routeOptions.url ?? ''}`;
    await store.record(room, { username: visitor.user.username, what: 'refused', detail });
    throw new HttpError(403, `Only who may act as ${least} can do this, or more.`);
  }
  return { ...call, room, role };
}
