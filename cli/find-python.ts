import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The Python that runs steps on this machine: the one asked for, that of the wheel (`WEFT_PYTHON`), that of the
 * checkout, or whatever `python3` is.
 */
export function findPython(asked: string | undefined): string {
  const named = asked ?? process.env.WEFT_PYTHON;
  if (named) {
    return named.includes('/') ? resolve(named) : named;
  }
  for (
    let folder = dirname(fileURLToPath(import.meta.url));
    folder !== dirname(folder);
    folder = dirname(folder)
  ) {
    const own = join(folder, '.venv', 'bin', 'python');
    if (existsSync(own)) {
      return own;
    }
  }
  return 'python3';
}
