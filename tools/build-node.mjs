// Bundles the command and the hub, one file each, with the parser's grammars beside them.
import { build } from 'esbuild';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { licensesOf } from './licenses.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OUT = join(ROOT, 'jupyterlab_weft', 'node');
const ENTRIES = { weft: 'cli/main.ts', hub: 'server/main.ts' };
const GRAMMARS = ['web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter-python/tree-sitter-python.wasm'];
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

/** Puts a file in its place whole: another process may be running the one that stands there. */
function place(path, contents) {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, contents);
  renameSync(temporary, path);
}

/** Writes the bundles into a folder, jupyterlab_weft/node by default; takes about a tenth of a second. */
export async function buildNode(out = OUT) {
  mkdirSync(out, { recursive: true });
  const { outputFiles, metafile } = await build({
    ...NODE_BUNDLE,
    entryPoints: ENTRIES,
    outdir: out,
    outExtension: { '.js': '.mjs' },
    metafile: true,
    write: false
  });
  outputFiles.forEach(({ path, contents }) => place(path, contents));
  GRAMMARS.forEach(file => place(join(out, basename(file)), readFileSync(require.resolve(file))));
  const inputs = [...Object.keys(metafile.inputs), ...GRAMMARS.map(file => `node_modules/${file}`)];
  place(join(out, 'third-party-licenses.json'), JSON.stringify(licensesOf(ROOT, inputs), null, 2));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildNode(process.argv[2]);
}
