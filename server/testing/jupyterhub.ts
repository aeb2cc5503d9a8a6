import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { JupyterHubSettings } from '../access';

/** A JupyterHub as its services see it: signing in, codes, tokens, and whose they are. */
export interface TestJupyterHub {
  settings: JupyterHubSettings;
  /** Who signs in next, and their scopes. */
  user: { name: string; scopes: string[] };
  /** A token that somebody made for scripts. */
  tokens: Map<string, { name: string; scopes: string[] }>;
  /** How often it was asked whose a token is. */
  asked: number;
}

const SCOPE = 'access:services!service=weft';
const CALLBACK = '/services/weft/oauth_callback';

/** Starts one that goes with the test. */
export async function testJupyterHub(): Promise<TestJupyterHub> {
  const codes = new Map<string, { name: string; scopes: string[] }>();
  const hub: TestJupyterHub = {
    user: { name: 'ada', scopes: [SCOPE] },
    tokens: new Map(),
    asked: 0,
    settings: {
      apiUrl: '',
      apiToken: 'the token of the service',
      clientId: 'service-weft',
      prefix: '/services/weft/',
      authorizeUrl: '',
      callbackUrl: CALLBACK,
      scopes: [SCOPE]
    }
  };

  async function answer(
    request: IncomingMessage
  ): Promise<{ status: number; body?: object; location?: string }> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://hub');
    switch (`${request.method} ${pathname}`) {
      case 'GET /hub/api/oauth2/authorize': {
        const code = crypto.randomUUID();
        codes.set(code, hub.user);
        const known =
          searchParams.get('client_id') === 'service-weft' && searchParams.get('redirect_uri') === CALLBACK;
        const back = new URLSearchParams({ code, state: searchParams.get('state') ?? '' });
        return known ? { status: 302, location: `${CALLBACK}?${back}` } : { status: 400 };
      }
      case 'POST /hub/api/oauth2/token': {
        const form = new URLSearchParams(await bodyOf(request));
        const user = codes.get(form.get('code') ?? '');
        codes.delete(form.get('code') ?? '');
        const isService =
          form.get('client_secret') === 'the token of the service' && form.get('redirect_uri') === CALLBACK;
        if (!user || !isService || form.get('grant_type') !== 'authorization_code') {
          return { status: 400, body: { error: 'invalid_grant' } };
        }
        const token = crypto.randomUUID();
        hub.tokens.set(token, user);
        return { status: 200, body: { access_token: token, token_type: 'Bearer' } };
      }
      case 'GET /hub/api/user': {
        hub.asked++;
        const user = hub.tokens.get(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '');
        return user
          ? { status: 200, body: { kind: 'user', admin: false, ...user } }
          : { status: 403, body: {} };
      }
      default:
        return { status: 404 };
    }
  }

  const server = createServer((request, response) => {
    void answer(request).then(({ status, body, location }) =>
      response.writeHead(status, { ...(location && { location }) }).end(body && JSON.stringify(body))
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hub/api`;
  Object.assign(hub.settings, { apiUrl: address, authorizeUrl: `${address}/oauth2/authorize` });
  return hub;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) {
    text += String(part);
  }
  return text;
}
