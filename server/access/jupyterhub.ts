import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Type } from 'typebox';
import { User } from '../../src/wire';
import type { Access, SignInPage } from './access';
import { cookieOf, setCookie } from './cookies';
import { type JupyterHubSettings, tokenFor, userOf } from './jupyterhub-api';
import { sealOf } from './sealed';
import { teamAccess, type TeamOptions } from './team';
import { usersByToken } from './users-by-token';

/** How long somebody is known without asking JupyterHub again, and how long they may take to sign in, in seconds. */
const SESSION = 3600;
const SIGN_IN = 600;
const BEARER = /^(?:Bearer|token) (\S{1,512})$/i;
/** A path on this very host, and nothing that a browser takes for another one. */
const LOCAL_PATH = /^\/(?![/\\])[^\\\p{Cc}]{0,2000}$/u;

const State = Type.Object({ state: Type.String(), next: Type.String() });

/**
 * Access for a service of JupyterHub: browsers sign in there by OAuth (`login`, `oauth_callback`) and are known by a
 * signed cookie; programs show a token of their user as Bearer.
 */
export function jupyterHubAccess(settings: JupyterHubSettings, options: TeamOptions = {}): Access {
  const { prefix: path, authorizeUrl, clientId, callbackUrl } = settings;
  const key = createHmac('sha256', settings.apiToken).update('weft cookies').digest();
  const sessions = sealOf(key, 'session', SESSION, User);
  const states = sealOf(key, 'state', SIGN_IN, State);
  const known = usersByToken(token => userOf(token, settings));
  const cookie = (request: IncomingMessage, name: string, value: string, seconds: number) =>
    setCookie(request, { name, value, path, seconds });

  async function login(request: IncomingMessage): Promise<SignInPage> {
    const wanted = queryOf(request).get('next') ?? '';
    const state = randomBytes(24).toString('base64url');
    const sealed = await states.seal({ state, next: LOCAL_PATH.test(wanted) ? wanted : `${path}hub` });
    const query = { client_id: clientId, redirect_uri: callbackUrl, response_type: 'code', state };
    return {
      location: `${authorizeUrl}?${new URLSearchParams(query)}`,
      cookies: [cookie(request, 'weft-state', sealed, SIGN_IN)]
    };
  }

  async function callback(request: IncomingMessage): Promise<SignInPage> {
    const query = queryOf(request);
    const begun = await states.open(cookieOf(request, 'weft-state'));
    const code = query.get('code');
    if (!begun || !code || query.get('state') !== begun.state) {
      return { refused: 'This sign-in was not begun in this browser, or too long ago; try again.' };
    }
    const token = await tokenFor(code, settings);
    const user = token && (await userOf(token, settings));
    if (!user) {
      return { refused: 'JupyterHub does not let you use this service.' };
    }
    const session = cookie(request, 'weft-session', await sessions.seal(user), SESSION);
    return { location: begun.next, cookies: [session, cookie(request, 'weft-state', '', 0)] };
  }

  const access = teamAccess(async request => {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const user = token ? await known(token) : await sessions.open(cookieOf(request, 'weft-session'));
    return user && { user };
  }, options);
  return { ...access, signIn: { login, oauth_callback: callback } };
}

const queryOf = ({ url = '' }: IncomingMessage) => new URL(url, 'http://hub').searchParams;
