/** A path of keys as a JSON Pointer (RFC 6901): `['env', 'a/b']` is `/env/a~1b`. */
export function toPointer(path: readonly string[]): string {
  return path.map(key => '/' + key.replaceAll('~', '~0').replaceAll('/', '~1')).join('');
}

/** The path of keys that a JSON Pointer names. */
export function fromPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}
