import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from a page of this very host or of an allowed origin (`https://lab.example`), or from no
 * page at all. Browsers send cookies along when any page opens a WebSocket, and no CORS rule applies to it; clients
 * that are no browser send no origin. Browsers say by `Sec-Fetch-Site` where a page lies that sends no origin.
 */
export function fromAllowedPage(headers: IncomingHttpHeaders, allowed: readonly string[] = []): boolean {
  const { origin } = headers;
  if (origin === undefined) {
    return headers['sec-fetch-site'] !== 'cross-site' && headers['sec-fetch-site'] !== 'same-site';
  }
  return allowed.includes(origin) || fromOwnHost(headers);
}

function fromOwnHost({ origin, host }: IncomingHttpHeaders): boolean {
  try {
    const { protocol, host: page } = new URL(origin ?? '');
    return page !== '' && new URL(`${protocol}//${host}`).host === page;
  } catch {
    return false; // such as the origin `null` of a sandboxed page
  }
}

/** Whether a request names this machine itself: a foreign name that was made to lead here is no such name. */
export function namesLoopback({ host = '' }: IncomingHttpHeaders): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);
}
