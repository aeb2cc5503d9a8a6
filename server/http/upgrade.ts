import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { CLOSE, EPOCH_PARAMETER, TOKEN_PROTOCOL, WEFT_PROTOCOL } from '../../src/wire';
import type { Access, Visitor } from '../access';
import type { Limits } from '../limits';
import type { Log } from '../log';
import type { Metrics } from '../metrics';
import { Connection, type Quotas, Refusal, type Rooms, turnAway } from '../rooms';
import { belowBase } from './base-path';
import type { Door } from './door';

/** What opening a WebSocket needs of the hub. */
export interface UpgradeContext {
  access: Access;
  base: string;
  rooms: Rooms;
  quotas: Quotas;
  door: Door;
  limits: Limits;
  log: Log;
  metrics: Metrics;
}

/** Where a client wants to go. */
interface Goal {
  room: string;
  epoch: string | null;
}

/** Apart from all else: what it refers to would stay in memory as long as the connections. */
const ignore = () => undefined;

const FOLDER = 'rooms/';
/** In how many pieces a frame may come: tiny ones cost far more memory than they carry. */
const FRAGMENTS = 256;
const CHUNKS = 32 * 1024;
/** Timers take no longer times, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** A server of WebSockets that takes a frame a little above the limit, so that the hub itself can say what is wrong. */
export function webSocketServer(limits: Limits): WebSocketServer {
  const options = {
    noServer: true,
    maxPayload: 2 * limits.frame,
    maxFragments: FRAGMENTS,
    maxBufferedChunks: CHUNKS,
    perMessageDeflate: false,
    // A flood of small frames from one client is taken frame by frame, in turns with the others.
    allowSynchronousEvents: false,
    // By default the first protocol offered is chosen, whatever it is: some carry tokens in it.
    handleProtocols: (offered: Set<string>) => (offered.has(WEFT_PROTOCOL) ? WEFT_PROTOCOL : (false as const))
  };
  return new WebSocketServer(options);
}

/** Listener for requests to open a WebSocket: `<base>rooms/<id>`. */
export function upgrade(server: WebSocketServer, context: UpgradeContext) {
  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', ignore);
    const { access, base, metrics, door } = context;
    if (!door.lets(access.addressOf(request))) {
      metrics.refused('flood');
      socket.end('HTTP/1.1 429 Too Many Requests\r\nRetry-After: 5\r\nConnection: close\r\n\r\n');
      return;
    }
    const open = (then: (webSocket: WebSocket) => void) =>
      server.handleUpgrade(request, socket, head, webSocket => {
        socket.off('error', ignore);
        webSocket.on('error', ignore); // it closes by itself; without a listener the process would end
        then(webSocket);
      });
    void access.admit(request).then(visitor => {
      const path = belowBase(request.url ?? '', base);
      if (visitor && path?.startsWith(FOLDER)) {
        const query = new URLSearchParams(request.url?.split('?')[1]);
        const goal = { room: path.slice(FOLDER.length), epoch: query.get(EPOCH_PARAMETER) };
        open(webSocket => void enter(webSocket, socket, goal, visitor, context));
      } else if (offersToken(request)) {
        metrics.refused('token');
        // Browsers cannot see the status of a refused WebSocket, and would come again with the same token.
        open(webSocket =>
          turnAway(webSocket, CLOSE.revoked, 'The token is not valid here, or not any more.')
        );
      } else {
        metrics.refused(visitor ? 'path' : 'identity');
        socket.end(`HTTP/1.1 ${visitor ? '404 Not Found' : '403 Forbidden'}\r\nConnection: close\r\n\r\n`);
      }
    });
  };
}

const offersToken = ({ headers }: IncomingMessage) =>
  (headers['sec-websocket-protocol'] ?? '').split(',').some(name => name.trim().startsWith(TOKEN_PROTOCOL));

async function enter(
  socket: WebSocket,
  transport: Duplex,
  goal: Goal,
  visitor: Visitor,
  context: UpgradeContext
): Promise<void> {
  const { rooms, quotas, limits, log, metrics } = context;
  socket.pause(); // until the room is loaded
  try {
    const { bucket, leave } = quotas.enter(visitor, goal.room);
    socket.once('close', leave);
    const connection = new Connection(socket, transport, visitor, bucket, limits, metrics);
    const room = await rooms.join(goal.room, connection, goal.epoch);
    if (socket.readyState === socket.CLOSED) {
      rooms.leave(room, connection);
      return;
    }
    const expiry = endWhenExpired(connection, visitor);
    socket.once('close', () => {
      clearTimeout(expiry);
      rooms.leave(room, connection);
    });
    socket.on('message', (frame: Buffer, isBinary) =>
      isBinary
        ? room.receive(connection, frame)
        : connection.refuse(new Refusal(CLOSE.malformed, 'A frame of text came; the wire is binary.'))
    );
  } catch (error) {
    metrics.refused(error instanceof Refusal ? String(error.code) : 'failed');
    if (!(error instanceof Refusal)) {
      log('room not loaded', { room: goal.room, user: visitor.user.username, reason: String(error) });
    }
    const { code, message } =
      error instanceof Refusal ? error : new Refusal(CLOSE.failed, 'The room cannot be loaded.');
    turnAway(socket, code, message);
  } finally {
    socket.resume();
  }
}

/** Ends a connection when the token that opened it runs out. */
function endWhenExpired(connection: Connection, { claim }: Visitor): NodeJS.Timeout | undefined {
  return (
    claim &&
    setTimeout(
      () => connection.close(CLOSE.revoked, 'The token ran out.'),
      Math.min(Math.max(0, claim.expires.getTime() - Date.now()), LONGEST)
    ).unref()
  );
}
