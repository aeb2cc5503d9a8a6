// `npm run -s weft -- <args>`: the command from a checkout, built from the sources as they are, in this process: what
// a terminal sends to it reaches the command itself.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment, fail, ROOT, setUp } from './setup.mjs';

const bundle = join(ROOT, 'jupyterlab_weft', 'node', 'weft.mjs');
try {
  if (!existsSync(join(ROOT, 'node_modules', '.package-lock.json'))) {
    await setUp(['python', 'npm']);
  }
  const { buildNode } = await import('./build-node.mjs');
  await buildNode();
} catch (error) {
  fail(error);
}
process.chdir(process.env.INIT_CWD ?? process.cwd());
Object.assign(process.env, environment());
await import(pathToFileURL(bundle).href);
