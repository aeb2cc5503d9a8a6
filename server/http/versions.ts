import * as Y from 'yjs';
import {
  createSharedPipeline,
  replacePipeline,
  type SharedPipeline,
  writePipeline
} from '../../src/pipeline';
import { nameOf, type User, type Version } from '../../src/wire';
import type { StoredVersion } from '../stores';
import type { HttpContext } from './endpoint';

/** Keeps the pipeline as it is now under a name. */
export async function saveVersion(
  { store, rooms }: HttpContext,
  room: string,
  { username }: User,
  name: string
): Promise<Version> {
  const version = await store.saveVersion(room, { name, by: username, state: await rooms.state(room) });
  await store.record(room, { username, what: 'named-version', detail: name });
  return version;
}

/** A version as the text of a pipeline file. */
export function versionText({ state }: StoredVersion): string {
  return within(state, ({ stored }) => writePipeline(stored));
}

/**
 * Makes the pipeline what it was at a version, as one more edit: nobody's history is rewritten, clients get what differs
 * as from any other writer, and comments stay. What there was just before is kept as a version too, since nobody's undo
 * reaches an edit of the hub.
 */
export async function restoreVersion(
  context: HttpContext,
  room: string,
  user: User,
  { name, state }: StoredVersion
): Promise<void> {
  const { store, rooms } = context;
  const { username } = user;
  const before = await rooms.state(room);
  await store.saveVersion(room, { name: `Before ${name} was restored`, by: username, state: before });
  const old = within(state, ({ stored }) => stored);
  await rooms.edit(room, user, shared =>
    replacePipeline(shared, { ...old, comments: shared.stored.comments })
  );
  await store.record(room, { username, what: 'restored', detail: name });
  rooms.tell(room, { kind: 'version', what: 'restored', name, by: nameOf(user) });
}

/** What a reader finds in a state. */
function within<T>(state: Uint8Array, read: (shared: SharedPipeline) => T): T {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, state);
  const shared = createSharedPipeline({ ydoc });
  try {
    return read(shared);
  } finally {
    shared.dispose();
    ydoc.destroy();
  }
}
