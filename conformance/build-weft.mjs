// Bundles the command with the sources as they stand, for the programs in this folder.
// usage: node conformance/build-weft.mjs DIRECTORY
import { build } from 'esbuild';
import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { NODE_BUNDLE } from '../tools/build-node.mjs';

const [directory] = process.argv.slice(2);
if (!directory) {
  process.stderr.write('usage: node conformance/build-weft.mjs DIRECTORY\n');
  process.exit(2);
}
const require = createRequire(import.meta.url);
await build({ ...NODE_BUNDLE, entryPoints: ['cli/main.ts'], outfile: join(directory, 'weft.mjs') });
for (const file of ['web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter-python/tree-sitter-python.wasm']) {
  copyFileSync(require.resolve(file), join(directory, basename(file)));
}
