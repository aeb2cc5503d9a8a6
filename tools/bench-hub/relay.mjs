// The least that a server in Node can do: each update goes to all others by one bare write for each, and nothing is
// checked, applied, stored, acknowledged or shown. What it takes is what the sockets of this machine and the harness that
// reads them take, so that no hub can be expected below it.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const SYNC = 0;
const ASKS = 0;
const UPDATE = 2;
/** An answer to who asks for the state: an update with nothing in it. */
const NOTHING = framed(Buffer.from([SYNC, 1, 2, 0, 0]));

/** A message as a server sends it over a WebSocket, up to 64 kB. */
function framed(message) {
  const { length } = message;
  const head = length < 126 ? [0x82, length] : [0x82, 126, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(head), message]);
}

/** The binary messages in what a client sent, and the bytes of one that is not whole yet. */
function messagesIn(bytes) {
  const messages = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const short = bytes[at + 1] & 127;
    const isLong = short === 126;
    if (isLong && at + 4 > bytes.length) {
      break;
    }
    const from = at + (isLong ? 8 : 6);
    const end = from + (isLong ? bytes.readUInt16BE(at + 2) : short);
    if (end > bytes.length) {
      break;
    }
    if ((bytes[at] & 15) === 2) {
      const mask = bytes.subarray(from - 4, from);
      messages.push(bytes.subarray(from, end).map((byte, i) => byte ^ mask[i & 3]));
    }
    at = end;
  }
  return { messages, rest: bytes.subarray(at) };
}

const clients = new Set();
const server = createServer();
server.on('upgrade', (request, socket) => {
  const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accepted = createHash('sha1').update(key).digest('base64');
  socket.setNoDelay(true);
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accepted}\r\n\r\n`
  );
  clients.add(socket);
  let waiting = Buffer.alloc(0);
  socket.on('data', data => {
    const { messages, rest } = messagesIn(Buffer.concat([waiting, data]));
    waiting = Buffer.from(rest);
    for (const message of messages.filter(([kind]) => kind === SYNC)) {
      if (message[1] === ASKS) {
        socket.write(NOTHING);
      } else if (message[1] === UPDATE) {
        const frame = framed(message);
        clients.forEach(client => client !== socket && client.write(frame));
      }
    }
  });
  const leave = () => clients.delete(socket);
  socket.on('close', leave);
  socket.on('error', leave);
});
server.listen(Number(process.env.PORT), '127.0.0.1');
