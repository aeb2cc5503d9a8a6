// Compiles the fixtures of src/kubeflow/testing with the sources as they stand, for the programs in this folder.
// usage: node conformance/compile-fixtures.mjs DIRECTORY [SEED]
import fc from 'fast-check';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from './bundle.mjs';

const ENTRY = `
export { compile, TARGETS, writeSpec } from './src/kubeflow';
export { FIXTURES } from './src/kubeflow/testing/fixtures';
export { catalog } from './src/kubeflow/testing/catalog';
export { nestedFlow } from './src/kubeflow/testing/nested-flow';
export { randomFlow } from './src/kubeflow/testing/random-flow';
`;
const RANDOM_FLOWS = 120;
const NESTED_FLOWS = 60;

const [directory, seed = '20261121'] = process.argv.slice(2);
if (!directory) {
  process.stderr.write('usage: node conformance/compile-fixtures.mjs DIRECTORY [SEED]\n');
  process.exit(2);
}
const out = resolve(directory);
mkdirSync(out, { recursive: true });
const weft = await load(ENTRY, out);
const sample = (arbitrary, numRuns) => fc.sample(arbitrary, { numRuns, seed: Number(seed) });

for (const [name, build] of Object.entries(weft.FIXTURES)) {
  for (const target of weft.TARGETS) {
    write(`${name}.${target}`, weft.compile(build(), weft.catalog, target));
  }
}
sample(weft.randomFlow, RANDOM_FLOWS).forEach((flow, i) => {
  write(`random-${i}`, weft.compile(flow, weft.catalog, 'kfp-2.16'));
});

sample(weft.nestedFlow, NESTED_FLOWS).forEach((flow, i) => {
  write(`nested-${i}`, weft.compile(flow, weft.catalog, 'kfp-2.16'));
});

function write(name, compiled) {
  writeFileSync(join(out, `${name}.yaml`), weft.writeSpec(compiled));
  writeFileSync(join(out, `${name}.json`), JSON.stringify({ ...compiled, sourceMap: undefined }));
}
