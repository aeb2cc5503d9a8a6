import type { WebSocket } from 'ws';
import { type CloseCode, WEFT_PROTOCOL } from '../../src/wire';
import { deniedFrame, noticeFrame } from './frames';

/** From this code on stock clients do not come back. */
const FINAL = 4400;
/** A close carries at most so many bytes of reason. */
const REASON = 123;

/** Closes a connection, and says why in a frame too, since proxies lose the code and the reason. */
export function turnAway(socket: WebSocket, code: CloseCode, reason: string): void {
  if (socket.protocol === WEFT_PROTOCOL) {
    socket.send(noticeFrame({ kind: 'closing', code, reason }));
  } else if (code >= FINAL) {
    socket.send(deniedFrame(reason));
  }
  socket.close(code, shortened(reason));
}

function shortened(reason: string): string {
  let text = reason.slice(0, REASON);
  while (Buffer.byteLength(text) > REASON) {
    text = text.slice(0, -1);
  }
  return text;
}
