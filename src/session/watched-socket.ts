/**
 * A WebSocket that shows each frame before it is sent.
 * @param onSend is given each frame, and says whether it may go out
 */
export function watchedSocket(
  Base: typeof WebSocket,
  onSend: (frame: Uint8Array) => boolean
): typeof WebSocket {
  return class extends Base {
    override send(frame: Parameters<WebSocket['send']>[0]): void {
      if (!(frame instanceof Uint8Array) || onSend(frame)) {
        super.send(frame);
      }
    }
  };
}
