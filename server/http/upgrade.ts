import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { User } from '../../src/wire';
import type { Access } from '../access';
import type { Limits } from '../limits';
import type { Log } from '../log';
import { CLOSE, Connection, Refusal, type Rooms, WEFT_PROTOCOL } from '../rooms';
import { belowBase } from './base-path';

/** What opening a WebSocket needs of the hub. */
export interface UpgradeContext {
  access: Access;
  base: string;
  rooms: Rooms;
  limits: Limits;
  log: Log;
}

const FOLDER = 'rooms/';

/** A server of WebSockets that takes a frame a little above the limit, so that the hub itself can say what is wrong. */
export function webSocketServer(limits: Limits): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    maxPayload: 2 * limits.frame,
    perMessageDeflate: false,
    // By default the first protocol offered is chosen, whatever it is: some carry tokens in it.
    handleProtocols: offered => (offered.has(WEFT_PROTOCOL) ? WEFT_PROTOCOL : false)
  });
}

/** Listener for requests to open a WebSocket: `<base>rooms/<id>`. */
export function upgrade(server: WebSocketServer, context: UpgradeContext) {
  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const ignore = () => undefined;
    socket.on('error', ignore);
    const path = belowBase(request.url ?? '', context.base);
    void context.access.admit(request).then(visitor => {
      if (!visitor || !path?.startsWith(FOLDER)) {
        socket.end(`HTTP/1.1 ${visitor ? '404 Not Found' : '403 Forbidden'}\r\nConnection: close\r\n\r\n`);
        return;
      }
      server.handleUpgrade(request, socket, head, webSocket => {
        socket.off('error', ignore);
        void enter(webSocket, path.slice(FOLDER.length), visitor.user, context);
      });
    });
  };
}

async function enter(socket: WebSocket, id: string, user: User, context: UpgradeContext): Promise<void> {
  const { rooms, limits, log } = context;
  socket.on('error', () => undefined); // the socket closes by itself; without a listener the process would end
  socket.pause(); // until the room is loaded
  const closed = new Promise(resolve => socket.once('close', resolve));
  const connection = new Connection(socket, user, limits);
  try {
    const room = await rooms.join(id, connection);
    void closed.then(() => rooms.leave(room, connection));
    socket.on('message', (frame: Buffer, isBinary) =>
      isBinary
        ? room.receive(connection, frame)
        : connection.refuse(new Refusal(CLOSE.malformed, 'A frame of text came; the wire is binary.'))
    );
  } catch (error) {
    if (error instanceof Refusal) {
      connection.refuse(error);
    } else {
      log('room not loaded', { room: id, user: user.username, reason: String(error) });
      connection.close(CLOSE.failed, 'The room cannot be loaded.');
    }
  } finally {
    socket.resume();
  }
}
