import type { RequestListener } from 'node:http';
import { type Call, type HttpContext } from './endpoint';
import { HEADERS } from './headers';
import { HUB_ENDPOINTS } from './hub-endpoints';

const OPEN = ['healthz', 'readyz', 'metrics'];

/**
 * Listener for a port of its own, which the cluster's probes and its Prometheus reach and nobody from outside does: it
 * answers how the hub is, without asking who wants to know.
 */
export function operation(context: HttpContext): RequestListener {
  return (request, response) => {
    const path = (request.url ?? '').replace(/^\//, '').split('?', 1)[0];
    const endpoint = OPEN.includes(path) && request.method === 'GET' ? HUB_ENDPOINTS[path].GET : undefined;
    const call = { context } as Call; // these endpoints look at nothing else
    Promise.resolve(endpoint?.handle(call) ?? { status: 404 })
      .then(({ status = 200, body = '' }) => {
        const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
        response.writeHead(status, { ...HEADERS, 'content-type': type });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      })
      .catch(() => response.writeHead(500).end());
  };
}
