import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Access } from './access';
import { Addresses, peerOf } from './addresses';
import { teamAccess, type TeamOptions } from './team';

/** The gateway whose word on who the user is counts. At least one of `addresses` and `secret` must be there. */
export interface Gateway {
  /** Header with the name of the user, such as `kubeflow-userid`. */
  header: string;
  /** Where the gateway is: requests from elsewhere are nobody's. */
  addresses?: readonly string[];
  /** What the gateway shows in `x-weft-gateway`. */
  secret?: string;
}

/** A name as people have: 256 characters at most, none of them a control character. */
const NAME = /^[^\p{Cc}]{1,256}$/u;
const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Access behind a gateway that authenticates users and names them in a header. Anybody else inside the network could
 * send that header as well (kubeflow/kubeflow#7032), so the hub believes it only from the gateway itself; a header that
 * came twice is believed in no part.
 * @throws AddressError
 */
export function proxyAccess(gateway: Gateway, options: TeamOptions = {}): Access {
  const addresses = gateway.addresses && new Addresses(gateway.addresses);
  const secret = gateway.secret ? digest(gateway.secret) : undefined;
  const only = (request: IncomingMessage, header: string) => {
    const values = request.headersDistinct[header.toLowerCase()] ?? [];
    return values.length === 1 ? values[0] : '';
  };
  const fromGateway = (request: IncomingMessage) =>
    (addresses || secret) &&
    (!addresses || addresses.has(peerOf(request) ?? '')) &&
    (!secret || timingSafeEqual(digest(only(request, 'x-weft-gateway')), secret));
  return teamAccess(request => {
    const username = Buffer.from(only(request, gateway.header), 'latin1').toString('utf8');
    return fromGateway(request) && NAME.test(username) ? { user: { username } } : undefined;
  }, options);
}
