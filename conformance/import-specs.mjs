// Imports spec files, compiles the pipelines again, and writes them, for the programs in this folder.
// usage: node conformance/import-specs.mjs DIRECTORY FILE...
// Writes for each file NAME.yaml, the spec again, and NAME.json with the number of its nodes, of those that keep
// something, the settings that would be lost, and the report of the import.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from './bundle.mjs';

const ENTRY = `
export { resolve } from './src/flow';
export { compile, importSpec, readSpec, writeSpec } from './src/kubeflow';
export { readPipeline, writePipeline } from './src/pipeline';
export { emptyCatalog } from './src/pools';
`;

const [out, ...files] = process.argv.slice(2);
if (!files.length) {
  process.stderr.write('usage: node conformance/import-specs.mjs DIRECTORY FILE...\n');
  process.exit(2);
}
const weft = await load(ENTRY, out);
for (const file of files) {
  const imported = weft.importSpec(weft.readSpec(readFileSync(file, 'utf8')), { id: 'imported' });
  const pipeline = weft.readPipeline(weft.writePipeline(imported.pipeline), file);
  const flow = weft.resolve(pipeline, { notebook: path => ({ message: path }) });
  const compiled = weft.compile(flow, weft.emptyCatalog, 'kfp-2.18');
  const name = join(out, basename(file));
  const nodes = Object.values(pipeline.nodes);
  const facts = {
    nodes: nodes.length,
    keeping: nodes.filter(node => node.kept).length,
    lost: compiled.report.filter(({ outcome }) => outcome === 'lost'),
    report: imported.report
  };
  writeFileSync(`${name}.yaml`, weft.writeSpec(compiled));
  writeFileSync(`${name}.json`, JSON.stringify(facts));
}
