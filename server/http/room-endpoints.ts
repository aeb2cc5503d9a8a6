import { Type } from 'typebox';
import { nameOf, ShareChange } from '../../src/wire';
import { type Call, type Endpoints, HttpError, withBody } from './endpoint';
import { changeShare, sharesOf } from './shares';
import { restoreVersion, saveVersion, versionText } from './versions';

const RECORDS = 500;
const VersionName = Type.Object({ name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }) });
const RunNote = Type.Object({ target: Type.String({ minLength: 1, maxLength: 64 }) });

export const ROOM_ENDPOINTS: Endpoints = {
  'rooms/:room': {
    GET: {
      for: 'viewer',
      handle: async ({ context: { store }, room, role, visitor }) => {
        const { epoch } = await store.open(room, visitor.user.username);
        return { body: { id: room, epoch, role } };
      }
    }
  },
  'rooms/:room/shares': {
    GET: { for: 'owner', handle: async call => ({ body: await sharesOf(call.context, call.room) }) },
    PUT: withBody({
      for: 'owner',
      body: ShareChange,
      handle: async ({ context, room, visitor, body }) => {
        await changeShare(context, room, visitor.user, body);
        return { body: await sharesOf(context, room) };
      }
    })
  },
  'rooms/:room/versions': {
    GET: {
      for: 'viewer',
      handle: async ({ context, room }) => ({ body: await context.store.versions(room) })
    },
    POST: withBody({
      for: 'editor',
      body: VersionName,
      handle: async ({ context, room, visitor, body: { name } }) => {
        const version = await saveVersion(context, room, visitor.user, name.trim());
        context.rooms.tell(room, {
          kind: 'version',
          what: 'saved',
          name: version.name,
          by: nameOf(visitor.user)
        });
        return { status: 201, body: version };
      }
    })
  },
  'rooms/:room/versions/:version': {
    GET: { for: 'viewer', handle: async call => ({ body: versionText(await versionIn(call)) }) }
  },
  'rooms/:room/versions/:version/restore': {
    POST: {
      for: 'editor',
      handle: async call => {
        const { state, ...version } = await versionIn(call);
        await restoreVersion(call.context, call.room, call.visitor.user, { ...version, state });
        return { body: version };
      }
    }
  },
  'rooms/:room/runs': {
    POST: withBody({
      for: 'editor',
      body: RunNote,
      handle: async ({ context: { store }, room, visitor, body: { target } }) => {
        await store.record(room, { username: visitor.user.username, what: 'ran', detail: target });
        return { status: 204 };
      }
    })
  },
  'rooms/:room/record': {
    GET: {
      for: 'owner',
      handle: async ({ context, room }) => ({ body: await context.store.records(room, RECORDS) })
    }
  }
};

async function versionIn({ context, room, request }: Pick<Call, 'context' | 'room' | 'request'>) {
  const { version: id } = request.params as { version: string };
  const version = /^\d{1,9}$/.test(id) ? await context.store.version(room, Number(id)) : null;
  if (!version) {
    throw new HttpError(404, `The pipeline has no version ${id.slice(0, 20)}.`);
  }
  return version;
}
