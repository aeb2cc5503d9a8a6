// The sources as they stand, for the programs in this folder.
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NODE_BUNDLE } from '../tools/build-node.mjs';

/** What `entry`, the text of a module at the root, exports; `folder` is written to meanwhile. */
export async function load(entry, folder) {
  const bundle = join(folder, `weft-${process.pid}.mjs`);
  await build({
    ...NODE_BUNDLE,
    // fflate and fast-check declare `createRequire` too, which clashes with the banner
    banner: {},
    stdin: { contents: entry, resolveDir: NODE_BUNDLE.absWorkingDir },
    outfile: bundle
  });
  try {
    return await import(pathToFileURL(bundle).href);
  } finally {
    rmSync(bundle);
  }
}
