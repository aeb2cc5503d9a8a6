import * as Y from 'yjs';

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** Whether a document holds all content of an update already: what is left of it deletes at most. */
export function addsNoContent({ store }: Y.Doc, { structs }: Decoded): boolean {
  return structs.every(
    struct =>
      !(struct instanceof Y.Item || struct instanceof Y.GC) || // else it only says that something is left out
      struct.id.clock + struct.length <= Y.getState(store, struct.id.client)
  );
}

/**
 * Whether a document holds all of an update already. Clients that may not write answer the hub's question for what it
 * lacks like any other.
 */
export function addsNothing(doc: Y.Doc, update: Decoded): boolean {
  return (
    addsNoContent(doc, update) &&
    [...update.ds.clients].every(([client, ranges]) =>
      ranges.every(({ clock, len }) => isDeleted(doc.store.clients.get(client) ?? [], clock, clock + len))
    )
  );
}

/** Whether all of a client's structs from one clock up to another are there, and deleted. */
function isDeleted(structs: (Y.Item | Y.GC)[], from: number, to: number): boolean {
  const last = structs.at(-1);
  if (from === to) {
    return true;
  }
  if (!last || to > last.id.clock + last.length) {
    return false;
  }
  for (let i = Y.findIndexSS(structs, from); i < structs.length && structs[i].id.clock < to; i++) {
    if (!structs[i].deleted) {
      return false;
    }
  }
  return true;
}
