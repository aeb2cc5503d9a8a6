import type { IncomingHttpHeaders } from 'node:http';

/** Nothing of the hub is a page: no sniffing, no framing, no caching, no content from anywhere. */
export const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff'
};

/** What lets pages of an allowed origin read the answer, and send what the API takes; nothing for any other page. */
export function corsHeaders(
  { origin }: IncomingHttpHeaders,
  origins: readonly string[]
): Record<string, string> {
  return origin !== undefined && origins.includes(origin)
    ? {
        vary: 'Origin',
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        'access-control-allow-headers': 'authorization, content-type',
        'access-control-allow-methods': 'GET, PUT, POST',
        'access-control-max-age': '600'
      }
    : { vary: 'Origin' };
}
