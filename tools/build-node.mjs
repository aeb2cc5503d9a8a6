// Bundles the command and the hub, one file each, with the parser's grammars beside them.
import { build } from 'esbuild';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OUT = join(ROOT, 'jupyterlab_weft', 'node');
const ENTRIES = { weft: 'cli/main.ts', hub: 'server/main.ts' };
const require = createRequire(import.meta.url);

/** Options shared with every tool that runs the sources under Node. */
export const NODE_BUNDLE = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  loader: { '.py': 'text' },
  // Some packages name a UMD file as main, which a bundler cannot follow.
  mainFields: ['module', 'main'],
  // Another name than createRequire: a bundled package declares that one itself.
  banner: {
    js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);"
  },
  logLevel: 'error'
};

/** Writes jupyterlab_weft/node; takes about a tenth of a second. */
export async function buildNode() {
  mkdirSync(OUT, { recursive: true });
  const entryPoints = Object.fromEntries(
    Object.entries(ENTRIES).filter(([, source]) => existsSync(join(ROOT, source)))
  );
  await build({ ...NODE_BUNDLE, entryPoints, outdir: OUT, outExtension: { '.js': '.mjs' } });
  for (const file of ['web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter-python/tree-sitter-python.wasm']) {
    copyFileSync(require.resolve(file), join(OUT, file.split('/')[1]));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildNode();
}
