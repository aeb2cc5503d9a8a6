import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Access } from '../access';
import { type Address, listen } from '../listen';
import type { Log } from '../log';
import { type Store, StoreError } from '../stores';

/** How long to wait before the store is tried again, in milliseconds. */
const PERIOD = 5000;

export interface Waiting {
  access: Access;
  address: Address;
  log: Log;
  /** Ends the waiting in vain. */
  isOrphan: () => boolean;
  period?: number;
}

/**
 * Resolves when a store can be used. Until then whoever asks anything is told with status 409 why it cannot: of a hub
 * that ended, Jupyter's proxy would say after half a minute that it could not be started, and never why.
 * @returns false when nobody waits any more
 */
export async function waitForStore(store: Store, waiting: Waiting): Promise<boolean> {
  const { access, address, log, isOrphan, period = PERIOD } = waiting;
  let error = await failureOf(store);
  if (!error) {
    return true;
  }
  const standIn = createServer((request, response) => {
    if (request.url === '/') {
      response.writeHead(204).end(); // as the hub itself answers the proxy
    } else {
      response.writeHead(access.reaches(request) ? 409 : 403, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: access.reaches(request) ? error?.message : 'Forbidden.' }));
    }
  });
  await listen(standIn, address);
  log('hub waits for its storage', { reason: error.message });
  while (error && !isOrphan()) {
    await pause(period);
    error = await failureOf(store);
  }
  await new Promise(resolve => {
    standIn.close(resolve);
    standIn.closeAllConnections();
  });
  return !error;
}

async function failureOf(store: Store): Promise<StoreError | undefined> {
  try {
    await store.check();
    return undefined;
  } catch (error) {
    if (error instanceof StoreError) {
      return error;
    }
    throw error;
  }
}
