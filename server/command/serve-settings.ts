import { isIP } from 'node:net';
import type { Address } from '../listen';
import type { CommandLine } from './options';
import { UsageError } from './usage-error';

/** Where a hub is reached. */
export interface Place {
  address: Address;
  /** Path below which it lives, with a slash at both ends. */
  base: string;
  /** Address as its clients know it, where it was told. */
  url?: string;
  /** Where figures and health are open to who can reach it. */
  operation?: { port: number; host: string };
}

type Options = Pick<CommandLine, 'one'>;

/** Where a hub is to listen, by its options and by what JupyterHub tells a managed service. @throws UsageError */
export function readPlace({ one }: Options, env: NodeJS.ProcessEnv): Place {
  const service = one('auth') === 'jupyterhub' ? env : {};
  const url = urlOf(one('url'));
  const base = one('base') ?? service.JUPYTERHUB_SERVICE_PREFIX ?? (url ? new URL(url).pathname : 'weft');
  const host = one('host') ?? '';
  const metrics = one('metrics-port');
  return {
    address: addressOf({ one }, host, service.JUPYTERHUB_SERVICE_URL),
    base: `/${base}/`.replace(/\/{2,}/g, '/'),
    ...(url && { url }),
    ...(metrics !== undefined && { operation: { port: portOf(metrics, 'metrics-port'), host } })
  };
}

/** An address as all who name it must write it: one way, with a slash at the end. @throws UsageError */
export function urlOf(text: string | undefined, name = '--url'): string | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    const url = new URL(text);
    if (/^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username && !url.password) {
      return url.href.replace(/\/*$/, '/');
    }
  } catch {
    // told below
  }
  throw new UsageError(`${name} must be an address such as https://hub.example/weft/, and name no user.`);
}

function addressOf({ one }: Options, host: string, serviceUrl: string | undefined): Address {
  const [port, socket] = [one('port'), one('socket')];
  if (port === undefined && socket === undefined && serviceUrl) {
    const { hostname, port: servicePort } = new URL(serviceUrl);
    return { port: Number(servicePort), host: hostname };
  }
  if ((port === undefined) === (socket === undefined)) {
    throw new UsageError(
      'usage: weft serve (--port N | --socket PATH) [options]; weft serve --help tells more.'
    );
  }
  if (socket !== undefined) {
    return { socket };
  }
  const mayBeAnyone = one('auth') === undefined || one('auth') === 'embedded';
  if (mayBeAnyone && !isLoopback(host)) {
    throw new UsageError(
      `A hub at ${host} needs to know its users: say how with --auth token, proxy or jupyterhub.`
    );
  }
  return { port: portOf(port ?? '', 'port'), host };
}

const isLoopback = (host: string) =>
  host === 'localhost' || (isIP(host) === 4 && host.startsWith('127.')) || host === '::1';

function portOf(text: string, name: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) {
    throw new UsageError(`--${name} is a number up to 65535, not ${text}.`);
  }
  return Number(text);
}
