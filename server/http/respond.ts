import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { version } from '../../package.json';
import type { Access } from '../access';
import { belowBase } from './base-path';

/** Nothing of the hub is a page: no sniffing, no framing, no caching, no content from anywhere. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff'
};

interface Answer {
  status: number;
  body?: Readonly<Record<string, string>>;
}

const NOT_FOUND: Answer = { status: 404, body: { error: 'There is nothing here.' } };
const FORBIDDEN: Answer = { status: 403, body: { error: 'This hub is reached through Jupyter only.' } };
const WRONG_METHOD: Answer = { status: 405, body: { error: 'Only GET is answered here.' } };

/** What the hub answers to HTTP. */
export interface HttpContext {
  access: Access;
  /** Path below which the hub lives, with a slash at both ends. */
  base: string;
  /** Whether rooms can be opened. */
  ready: () => boolean;
}

/** Answers by path below the base. */
const ROUTES: Readonly<Record<string, (context: HttpContext) => Answer>> = {
  healthz: () => ({ status: 200, body: { status: 'ok', version } }),
  readyz: ({ ready }) =>
    ready() ? { status: 200, body: { status: 'ready' } } : { status: 503, body: { status: 'ending' } }
};

function answer(request: IncomingMessage, context: HttpContext): Answer {
  if (request.url === '/') {
    return { status: 204 }; // the proxy asks this, without the secret, until the hub is up
  }
  if (!context.access.reaches(request)) {
    return FORBIDDEN;
  }
  const path = belowBase(request.url ?? '', context.base);
  if (path === undefined || !Object.hasOwn(ROUTES, path)) {
    return NOT_FOUND;
  }
  return request.method === 'GET' || request.method === 'HEAD' ? ROUTES[path](context) : WRONG_METHOD;
}

function send(response: ServerResponse, { status, body }: Answer): void {
  if (body) {
    response.setHeader('content-type', 'application/json');
  }
  response.writeHead(status, HEADERS).end(body && JSON.stringify(body));
}

/** Listener for all requests that are no WebSockets. */
export function respond(context: HttpContext): RequestListener {
  return (request, response) => send(response, answer(request, context));
}
