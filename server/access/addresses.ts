import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** A set of addresses that is not one; the message says which part. */
export class AddressError extends Error {
  override readonly name = 'AddressError';
}

/** A set of addresses of machines, such as `10.0.0.0/8, ::1`. */
export class Addresses {
  private readonly list = new BlockList();

  /** @throws AddressError */
  constructor(parts: readonly string[]) {
    for (const part of parts) {
      const [address, bits, ...rest] = part.split('/');
      const version = isIP(address);
      const most = version === 4 ? 32 : 128;
      const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : NaN;
      if (version === 0 || !(prefix <= most) || rest.length > 0) {
        throw new AddressError(`${part} is no address and no range of addresses such as 10.0.0.0/8.`);
      }
      this.list.addSubnet(address, prefix, version === 4 ? 'ipv4' : 'ipv6');
    }
  }

  has(address: string): boolean {
    const version = isIP(address);
    return version !== 0 && this.list.check(address, version === 4 ? 'ipv4' : 'ipv6');
  }
}

/** An IPv4 address as such, where the system shows it inside an IPv6 one. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** The machine at the other end of the socket; nothing on a unix socket. */
export const peerOf = ({ socket }: IncomingMessage): string | undefined =>
  socket.remoteAddress && plain(socket.remoteAddress);

/**
 * Where the client of a request is: the last machine on its way that is no trusted proxy. Each proxy appends to
 * `X-Forwarded-For` whom it heard from; what stands before the first trusted one, anybody may have written.
 */
export function clientAddress(request: IncomingMessage, trusted: Addresses): string | null {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  let address = peerOf(request) ?? null;
  while (forwarded.length > 0 && (address === null || trusted.has(address))) {
    const before = plain(forwarded.pop()?.trim() ?? '');
    if (isIP(before) === 0) {
      break;
    }
    address = before;
  }
  return address;
}
