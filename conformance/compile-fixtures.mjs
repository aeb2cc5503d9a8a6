// Compiles the fixtures of src/kubeflow/testing with the sources as they stand, for the programs in this folder.
// usage: node conformance/compile-fixtures.mjs DIRECTORY [SEED]
import { build } from 'esbuild';
import fc from 'fast-check';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NODE_BUNDLE } from '../tools/build-node.mjs';

const ENTRY = `
export { compile, TARGETS, writeSpec } from './src/kubeflow';
export { FIXTURES } from './src/kubeflow/testing/fixtures';
export { catalog } from './src/kubeflow/testing/catalog';
export { randomFlow } from './src/kubeflow/testing/random-flow';
export { trickyText, trickyValue } from './src/kubeflow/testing/random-text';
`;
const RANDOM_FLOWS = 120;
const RANDOM_VALUES = 3000;

const [directory, seed = '20261121'] = process.argv.slice(2);
if (!directory) {
  process.stderr.write('usage: node conformance/compile-fixtures.mjs DIRECTORY [SEED]\n');
  process.exit(2);
}
const out = resolve(directory);
mkdirSync(out, { recursive: true });
const weft = await load();
const sample = (arbitrary, numRuns) => fc.sample(arbitrary, { numRuns, seed: Number(seed) });

for (const [name, build] of Object.entries(weft.FIXTURES)) {
  for (const target of weft.TARGETS) {
    write(`${name}.${target}`, weft.compile(build(), weft.catalog, target));
  }
}
sample(weft.randomFlow, RANDOM_FLOWS).forEach((flow, i) => {
  write(`random-${i}`, weft.compile(flow, weft.catalog, 'kfp-2.16'));
});
writeTricky();

function write(name, compiled) {
  writeFileSync(join(out, `${name}.yaml`), weft.writeSpec(compiled));
  writeFileSync(join(out, `${name}.json`), JSON.stringify({ ...compiled, sourceMap: undefined }));
}

/** One spec whose every text and number is hard to write, and the same as JSON. */
function writeTricky() {
  const values = Object.fromEntries(
    sample(weft.trickyValue, RANDOM_VALUES).map((value, i) => [`v${i}`, value])
  );
  const [name, description, text] = sample(weft.trickyText, 3);
  const keys = sample(weft.trickyText, RANDOM_VALUES).map(key => [key, 1.5]);
  const spec = {
    pipelineInfo: { name, description: `${description}\n${sample(weft.trickyText, 200).join('')}` },
    root: { inputDefinitions: { parameters: { [text]: { parameterType: 'STRING', defaultValue: text } } } },
    keys: Object.fromEntries(keys),
    values
  };
  write('tricky', { spec });
}

async function load() {
  const bundle = join(out, 'weft.mjs');
  await build({
    ...NODE_BUNDLE,
    // fflate and fast-check declare `createRequire` too, which clashes with the banner
    banner: {},
    stdin: { contents: ENTRY, resolveDir: NODE_BUNDLE.absWorkingDir },
    outfile: bundle
  });
  try {
    return await import(pathToFileURL(bundle).href);
  } finally {
    rmSync(bundle);
  }
}
