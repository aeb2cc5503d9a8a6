/** How often a path may have been percent-encoded on its way: once by the browser, and once more by a proxy. */
const ENCODINGS = 3;

/** A path with all its percent-encoding undone; unchanged where it cannot be. */
function plain(path: string): string {
  let decoded = path;
  try {
    for (let i = 0; i < ENCODINGS; i++) {
      decoded = decodeURIComponent(decoded);
    }
  } catch {
    return decoded;
  }
  return decoded;
}

/**
 * The part of a request's path below the base, without the query; nothing if the path lies elsewhere.
 *
 * Both are compared decoded: jupyter-server-proxy encodes the base path of a JupyterHub user such as
 * `/user/a%40b/` a second time.
 */
export function belowBase(url: string, base: string): string | undefined {
  const path = plain(url.split('?', 1)[0]);
  const root = plain(base);
  return path.startsWith(root) ? path.slice(root.length) : undefined;
}
