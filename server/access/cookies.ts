import type { IncomingMessage } from 'node:http';

/** The value of a cookie; nothing when it is not there, or there twice. */
export function cookieOf({ headers }: IncomingMessage, name: string): string | undefined {
  const values = (headers.cookie ?? '')
    .split(';')
    .map(pair => pair.trim())
    .filter(pair => pair.startsWith(`${name}=`));
  return values.length === 1 ? values[0].slice(name.length + 1) : undefined;
}

/** A cookie that no script reads and that no other site's forms send along. @param seconds 0 takes it away */
export function setCookie(
  request: IncomingMessage,
  cookie: { name: string; value: string; path: string; seconds: number }
): string {
  const { name, value, path, seconds } = cookie;
  const secure = request.headers['x-forwarded-proto'] === 'https' ? '; Secure' : '';
  return `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
