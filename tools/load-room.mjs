// What a room exports, its TypeScript bundled in memory.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { NODE_BUNDLE } from './build-node.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

export async function loadRoom(room) {
  const { outputFiles } = await build({
    ...NODE_BUNDLE,
    banner: {},
    entryPoints: [join(ROOT, 'src', room, 'index.ts')],
    write: false
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
