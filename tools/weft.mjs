// `npm run -s weft -- <args>`: the command from a checkout. Builds it first when the sources are newer.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BIN, environment, fail, ROOT, setUp } from './setup.mjs';

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
const own = join(BIN, 'node');
const node = existsSync(own) ? own : process.execPath;
const result = spawnSync(node, [bundle, ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: environment(),
  stdio: 'inherit'
});
process.exit(result.status ?? 1);
