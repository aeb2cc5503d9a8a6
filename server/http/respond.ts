import type { RequestListener } from 'node:http';
import { httpApi } from './api';
import type { Door } from './door';
import type { HttpContext } from './endpoint';

/** Listener for all requests that are no WebSockets. */
export async function respond(context: HttpContext, door: Door): Promise<RequestListener> {
  const api = await httpApi(context);
  return (request, response) => {
    if (request.url === '/') {
      response.writeHead(204).end(); // Jupyter's proxy asks this, without the secret, until the hub is up
    } else if (!door.lets(context.access.addressOf(request))) {
      response.writeHead(429, { 'retry-after': '5' }).end();
    } else {
      api.routing(request, response);
    }
  };
}
