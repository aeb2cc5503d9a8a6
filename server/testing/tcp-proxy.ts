import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a bad network does to the bytes of one direction. */
export interface Fault {
  /** Bytes wait here until it is over; the connection stays open, as to a machine that is gone without a word. */
  stalled?: boolean;
  /** Bytes go one by one. */
  crumbs?: boolean;
}

/** A network between a client and a server of this machine that can go wrong. */
export class TcpProxy {
  readonly up: Fault = {};
  readonly down: Fault = {};
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly target: number,
    private readonly server = createServer()
  ) {
    server.on('connection', client => this.join(client));
  }

  /** @param target port that the bytes go to */
  static async open(target: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    await new Promise<void>(resolve => proxy.server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => proxy.cut());
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Lets what is stalled flow again. */
  heal(): void {
    this.up.stalled = this.down.stalled = false;
    this.sockets.forEach(socket => socket.resume());
  }

  /** Ends all connections, and takes no more. */
  cut(): void {
    this.sockets.forEach(socket => socket.destroy());
    this.server.close();
  }

  private join(client: Socket): void {
    const server = connect(this.target, '127.0.0.1');
    this.pass(client, server, this.up);
    this.pass(server, client, this.down);
  }

  private pass(from: Socket, to: Socket, fault: Fault): void {
    this.sockets.add(from);
    from.setNoDelay(true);
    from.on('data', bytes => void this.forward(from, to, bytes, fault));
    from.on('error', () => undefined);
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
  }

  private async forward(from: Socket, to: Socket, bytes: Buffer, fault: Fault): Promise<void> {
    if (fault.stalled) {
      from.pause();
      from.unshift(bytes);
      return;
    }
    from.pause();
    for (const part of fault.crumbs ? [...bytes].map(byte => Buffer.of(byte)) : [bytes]) {
      if (!to.write(part)) {
        await new Promise(resolve => to.once('drain', resolve).once('close', resolve));
      } else if (fault.crumbs) {
        await new Promise(resolve => setImmediate(resolve));
      }
    }
    if (!fault.stalled) {
      from.resume();
    }
  }
}
