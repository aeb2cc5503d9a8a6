import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { User } from '../../src/wire';

/** How to reach JupyterHub, as it tells its services by their environment. */
export interface JupyterHubSettings {
  /** Where JupyterHub's REST API is. */
  apiUrl: string;
  /** The service's own token, which is its OAuth secret as well. */
  apiToken: string;
  clientId: string;
  /** Path below which the service lives, with a slash at both ends. */
  prefix: string;
  /** Where browsers sign in. */
  authorizeUrl: string;
  callbackUrl: string;
  /** A user needs one of these scopes to use the service. */
  scopes: readonly string[];
}

/** JupyterHub did not tell what a service needs to know. */
export class JupyterHubError extends Error {
  override readonly name = 'JupyterHubError';
}

/**
 * Reads what JupyterHub tells a service (its documentation: "Services", environment of a managed service).
 * @throws JupyterHubError
 */
export function jupyterHubSettings(env: NodeJS.ProcessEnv): JupyterHubSettings {
  const need = (name: string) => {
    const value = env[name];
    if (!value) {
      throw new JupyterHubError(`A service of JupyterHub needs the variable ${name}.`);
    }
    return value;
  };
  const prefix = need('JUPYTERHUB_SERVICE_PREFIX');
  return {
    apiUrl: need('JUPYTERHUB_API_URL').replace(/\/+$/, ''),
    apiToken: need('JUPYTERHUB_API_TOKEN'),
    clientId: need('JUPYTERHUB_CLIENT_ID'),
    prefix,
    authorizeUrl: `${env.JUPYTERHUB_HOST ?? ''}${need('JUPYTERHUB_BASE_URL')}hub/api/oauth2/authorize`,
    callbackUrl: env.JUPYTERHUB_OAUTH_CALLBACK_URL || `${prefix}oauth_callback`,
    scopes: scopesOf(need('JUPYTERHUB_OAUTH_ACCESS_SCOPES'))
  };
}

function scopesOf(text: string): string[] {
  try {
    const scopes: unknown = JSON.parse(text);
    if (Value.Check(Type.Array(Type.String(), { minItems: 1 }), scopes)) {
      return scopes;
    }
  } catch {
    // told below
  }
  throw new JupyterHubError('JUPYTERHUB_OAUTH_ACCESS_SCOPES must be a list of scopes in JSON.');
}

const TokenAnswer = Type.Object({ access_token: Type.String({ minLength: 1 }) });
const UserAnswer = Type.Object({
  name: User.properties.username,
  kind: Type.Optional(Type.Literal('user')),
  scopes: Type.Array(Type.String())
});
const PATIENCE = 10_000;

/** The token that JupyterHub gives for the code with which a browser came back; nothing when it gives none. */
export async function tokenFor(code: string, settings: JupyterHubSettings): Promise<string | undefined> {
  const { apiUrl, apiToken, clientId, callbackUrl } = settings;
  const body = new URLSearchParams({
    client_id: clientId,
    client_secret: apiToken,
    grant_type: 'authorization_code',
    code,
    redirect_uri: callbackUrl
  });
  return (await ask(`${apiUrl}/oauth2/token`, { method: 'POST', body }, TokenAnswer))?.access_token;
}

/** Whose token it is; nothing when JupyterHub does not know it, or the user may not use this service. */
export async function userOf(token: string, settings: JupyterHubSettings): Promise<User | undefined> {
  const headers = { authorization: `Bearer ${token}` };
  const user = await ask(`${settings.apiUrl}/user`, { headers }, UserAnswer);
  return user?.scopes.some(scope => settings.scopes.includes(scope)) ? { username: user.name } : undefined;
}

async function ask<S extends typeof TokenAnswer | typeof UserAnswer>(
  url: string,
  init: RequestInit,
  schema: S
): Promise<Static<S> | undefined> {
  try {
    const answer = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
    const body: unknown = answer.ok ? await answer.json() : undefined;
    return Value.Check(schema, body) ? body : undefined;
  } catch {
    return undefined; // JupyterHub is away: nobody is known until it is back
  }
}
