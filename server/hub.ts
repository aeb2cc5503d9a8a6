import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebSocketServer } from 'ws';
import { type Access, mayCreate, roleIn } from './access';
import {
  Door,
  type LiveRooms,
  operation,
  type OtherHub,
  respond,
  startHeartbeat,
  upgrade,
  webSocketServer
} from './http';
import { type Limits, LIMITS } from './limits';
import { type Address, listen } from './listen';
import type { Log } from './log';
import { Metrics } from './metrics';
import { Quotas, Rooms } from './rooms';
import type { Store } from './stores';

export interface HubOptions {
  address: Address;
  /** Path below which the hub lives, with a slash at both ends. */
  base: string;
  store: Store;
  access: Access;
  /** Where rooms are to be opened instead of here. */
  otherHub?: OtherHub;
  log: Log;
  limits?: Limits;
  /** A port for probes and figures, open to whoever can reach it. */
  operation?: { port: number; host: string };
}

/** A hub that serves. */
export interface Hub {
  /** The port it listens at; 0 on a unix socket. */
  port: number;
  /** That for probes and figures; 0 without one. */
  operationPort: number;
  /**
   * Stops taking clients, sends all away, and resolves when all they wrote is stored, or given up.
   * @returns how many updates could not be stored: only their clients have them
   */
  close(): Promise<number>;
  /** Its rooms, as other parts of the hub use them. */
  rooms: LiveRooms;
  /** What it counted, in the text format of Prometheus. */
  metrics(): Promise<string>;
}

/** How long clients have to answer the close of their connection, in milliseconds. */
const FAREWELL = 1000;
/** How long a request may take to arrive, in milliseconds. */
const SLOW_REQUEST = 10_000;

/** Starts a hub. @throws Error when the address cannot be listened at. */
export async function startHub(options: HubOptions): Promise<Hub> {
  const { address, store, log, limits = LIMITS } = options;
  const webSockets = webSocketServer(limits);
  const metrics: Metrics = new Metrics(() => ({
    connections: webSockets.clients.size,
    rooms: rooms.size,
    unsaved: rooms.unsaved,
    gaps: rooms.gaps
  }));
  const rooms = new Rooms({
    store,
    limits,
    log,
    metrics,
    mayCreate,
    roleIn: (visitor, room) => roleIn(store, options.access, visitor, room)
  });
  const door = new Door(limits.addressRequests);
  const context = { ...options, rooms, ready: () => rooms.isOpen, metrics: () => metrics.text() };
  const http = createServer(await respond(context, door));
  http.headersTimeout = http.requestTimeout = SLOW_REQUEST;
  const quotas = new Quotas(limits);
  http.on('upgrade', upgrade(webSockets, { ...options, rooms, limits, metrics, quotas, door }));
  await listen(http, address);
  const operations = options.operation && createServer(operation(context));
  if (operations && options.operation) {
    await listen(operations, options.operation);
  }
  const stopHeartbeat = startHeartbeat(webSockets, limits.keepAlive);
  const portOf = (server?: Server) => (server?.address() as AddressInfo | null | undefined)?.port ?? 0;
  return {
    port: portOf(http),
    operationPort: portOf(operations),
    async close() {
      http.close();
      const lost = await rooms.close();
      stopHeartbeat();
      await store.close();
      await farewell(webSockets);
      http.closeAllConnections();
      operations?.close();
      operations?.closeAllConnections();
      metrics.close();
      return lost;
    },
    rooms,
    metrics: () => metrics.text()
  };
}

async function farewell({ clients }: WebSocketServer): Promise<void> {
  const deadline = Date.now() + FAREWELL;
  while (clients.size > 0 && Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  clients.forEach(client => client.terminate());
}
