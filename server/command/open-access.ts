import { validateHeaderName } from 'node:http';
import type { Role } from '../../src/wire';
import {
  type Access,
  AddressError,
  embeddedAccess,
  jupyterHubAccess,
  JupyterHubError,
  jupyterHubSettings,
  KeyError,
  localAccess,
  proxyAccess,
  readKeys,
  type TeamOptions,
  tokenAccess
} from '../access';
import type { OtherHub } from '../http';
import type { CommandLine } from './options';
import { UsageError } from './usage-error';
import { urlOf } from './serve-settings';

/** As hard to guess as the keys of tokens, and what a header can hold. */
const GATEWAY_SECRET = /^[\x21-\x7e]{32,1024}$/;

/** Whatever decides who may use the hub, by its options; secrets come from the environment alone. @throws UsageError */
export async function openAccess(
  line: CommandLine,
  url: string | undefined,
  env: NodeJS.ProcessEnv
): Promise<Access> {
  const { one, many } = line;
  const options: TeamOptions = {
    defaultRole: one('default-role') as Role | 'none',
    origins: many('allow-origin').map(originOf),
    trustedProxies: many('trusted-proxies')
  };
  return told(async () => {
    switch (one('auth')) {
      case 'token':
        return tokenAccess(
          await readKeys(need(env, 'WEFT_HUB_KEYS', 'token'), 'WEFT_HUB_KEYS'),
          audience(url),
          options
        );
      case 'proxy':
        return proxyAccess(gatewayOf(line, env), options);
      case 'jupyterhub':
        return jupyterHubAccess(jupyterHubSettings(env), options);
      case 'embedded':
        return embeddedAccess(need(env, 'WEFT_PROXY_SECRET', 'embedded'));
      default:
        return withoutMode(line, env);
    }
  });
}

/** The other hub where rooms are to be opened, if the environment names one. @throws UsageError */
export async function otherHub({
  WEFT_HUB_URL,
  WEFT_HUB_KEY
}: NodeJS.ProcessEnv): Promise<OtherHub | undefined> {
  const url = urlOf(WEFT_HUB_URL || undefined, 'WEFT_HUB_URL');
  if (WEFT_HUB_KEY && !url) {
    throw new UsageError('WEFT_HUB_KEY signs for the hub that WEFT_HUB_URL names, which is not set.');
  }
  return url
    ? told(async () => ({ url, ...(WEFT_HUB_KEY && { key: await signingKey(WEFT_HUB_KEY) }) }))
    : undefined;
}

/** The key that signs. @throws UsageError */
export async function signingKey(setting: string | undefined) {
  const [key, ...others] = await told(() => readKeys(setting ?? '', 'WEFT_HUB_KEY'));
  if (others.length > 0) {
    throw new UsageError('WEFT_HUB_KEY must be the one key that signs.');
  }
  return key;
}

function withoutMode({ one }: CommandLine, { WEFT_PROXY_SECRET }: NodeJS.ProcessEnv): Access {
  if (!WEFT_PROXY_SECRET && one('socket') !== undefined) {
    throw new UsageError(
      'A hub on a socket needs the variable WEFT_PROXY_SECRET; use --port for development.'
    );
  }
  return WEFT_PROXY_SECRET ? embeddedAccess(WEFT_PROXY_SECRET) : localAccess();
}

function gatewayOf({ one, many }: CommandLine, { WEFT_GATEWAY_SECRET: secret }: NodeJS.ProcessEnv) {
  const addresses = many('gateway');
  if (addresses.length === 0 && !secret) {
    throw new UsageError(
      '--auth proxy needs --gateway CIDR or the variable WEFT_GATEWAY_SECRET: whom to believe.'
    );
  }
  if (secret && !GATEWAY_SECRET.test(secret)) {
    throw new UsageError(
      'WEFT_GATEWAY_SECRET must be 32 to 1024 letters, digits and signs without spaces: openssl rand -hex 32 makes one.'
    );
  }
  return {
    header: headerOf(one('identity-header') ?? ''),
    ...(addresses.length > 0 && { addresses }),
    ...(secret && { secret })
  };
}

function headerOf(name: string): string {
  try {
    validateHeaderName(name);
    return name;
  } catch {
    throw new UsageError(`--identity-header is the name of an HTTP header, such as x-user, not ${name}.`);
  }
}

function need(env: NodeJS.ProcessEnv, name: string, mode: string): string {
  const value = env[name];
  if (!value) {
    throw new UsageError(`--auth ${mode} needs the variable ${name}.`);
  }
  return value;
}

function audience(url: string | undefined): string {
  if (!url) {
    throw new UsageError('--auth token needs --url: tokens name the hub that they are for.');
  }
  return url;
}

function originOf(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) {
    return text;
  }
  throw new UsageError(`--allow-origin is an origin such as https://lab.example, not ${text}.`);
}

/** Faults in settings are the user's to mend. */
async function told<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const theirs = [KeyError, AddressError, JupyterHubError].some(type => error instanceof type);
    throw theirs ? new UsageError((error as Error).message) : error;
  }
}
