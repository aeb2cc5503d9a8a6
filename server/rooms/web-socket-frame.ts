/** First byte of a frame that holds a whole binary message (RFC 6455, section 5.2). */
const BINARY = 0x82;
const SHORT = 126;
const LONG = 127;

/** A message as a server's WebSocket frame, header and all: made once, it can be written to many clients. */
export function webSocketFrame(message: Uint8Array): Buffer {
  return Buffer.concat([header(message.length), message]);
}

function header(length: number): Buffer {
  if (length < SHORT) {
    return Buffer.from([BINARY, length]);
  }
  if (length < 2 ** 16) {
    return Buffer.from([BINARY, SHORT, length >> 8, length & 0xff]);
  }
  const long = Buffer.from([BINARY, LONG, 0, 0, 0, 0, 0, 0, 0, 0]);
  long.writeBigUInt64BE(BigInt(length), 2);
  return long;
}
