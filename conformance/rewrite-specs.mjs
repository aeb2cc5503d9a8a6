// Reads spec files and writes them again with the sources as they stand, for the programs in this folder.
// usage: node conformance/rewrite-specs.mjs DIRECTORY FILE...
// Writes for each file NAME.yaml, the spec again, and NAME.json with its faults, its comment as Weft would write it,
// and its manifests.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from './bundle.mjs';

const ENTRY = `
export { validateSpec } from './src/kubeflow/spec';
export { readSpec, writeCrd, writeSpec } from './src/kubeflow/yaml';
export { header } from './src/kubeflow/yaml/header';
`;

const [out, ...files] = process.argv.slice(2);
if (!files.length) {
  process.stderr.write('usage: node conformance/rewrite-specs.mjs DIRECTORY FILE...\n');
  process.exit(2);
}
const { header, readSpec, validateSpec, writeCrd, writeSpec } = await load(ENTRY, out);
for (const file of files) {
  const read = readSpec(readFileSync(file, 'utf8'));
  const name = join(out, basename(file));
  writeFileSync(`${name}.yaml`, writeSpec(read));
  const facts = { faults: validateSpec(read), comment: header(read.spec), crd: writeCrd(read) };
  writeFileSync(`${name}.json`, JSON.stringify(facts));
}
