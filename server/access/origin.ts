import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request to open a WebSocket comes from a page of this very host. Browsers send cookies along with
 * such requests from any page, and no CORS rule applies to them; clients that are no browser send no origin.
 */
export function fromOwnHost({ origin, host }: IncomingHttpHeaders): boolean {
  if (origin === undefined) {
    return true;
  }
  try {
    const { protocol, host: page } = new URL(origin);
    return page !== '' && new URL(`${protocol}//${host}`).host === page;
  } catch {
    return false; // such as the origin `null` of a sandboxed page
  }
}

/** Whether a request names this machine itself: a foreign name that was made to lead here is no such name. */
export function namesLoopback({ host = '' }: IncomingHttpHeaders): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);
}
