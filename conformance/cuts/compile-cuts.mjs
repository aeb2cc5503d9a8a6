// Cuts notebooks into steps in many ways and compiles each cut, with the sources as they stand.
// usage: node conformance/cuts/compile-cuts.mjs DIRECTORY [--random N] [--seed N] NOTEBOOK...
// Writes DIRECTORY/NAME.json: one entry for each cut, with its groups of cell ids, what speaks against it, and its spec.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve as absolute } from 'node:path';
import { parseArgs } from 'node:util';
import { load } from '../bundle.mjs';
import { finest, places, randoms, whole } from './partitions.mjs';

const ENTRY = `
export { check } from './src/checks';
export { resolve } from './src/flow';
export { compile, taskNodes, writeSpec } from './src/kubeflow';
export { createAnalyzer, planSteps, readNotebook } from './src/notebook';
export { emptyCatalog } from './src/pools';
`;
// What a step would do otherwise than the notebook: a cut of which one of these is said keeps no promise.
const CHANGES = ['alias-cut', 'update-after-reader', 'class-state', 'handle-crosses-steps', 'setting-moved'];

const { values, positionals } = parseArgs({
  options: { random: { type: 'string', default: '20' }, seed: { type: 'string', default: '20261121' } },
  allowPositionals: true
});
const [directory, ...files] = positionals;
if (!files.length) {
  process.stderr.write('usage: compile-cuts.mjs DIRECTORY [--random N] [--seed N] NOTEBOOK...\n');
  process.exit(2);
}
const out = absolute(directory);
const weft = await load(ENTRY, out);
const { resolve: find } = createRequire(import.meta.url);
const analyzer = await weft.createAnalyzer({
  runtime: readFileSync(find('web-tree-sitter/web-tree-sitter.wasm')),
  python: readFileSync(find('tree-sitter-python/tree-sitter-python.wasm'))
});

for (const file of files) {
  const path = basename(file);
  const notebook = analyzer.notebook(weft.readNotebook(readFileSync(file, 'utf8'), path));
  const ids = notebook.cells.map(cell => cell.id);
  const judge = groups => compileCut(notebook, groups);
  const plan = groups => weft.planSteps(notebook.cells, groups);
  const cuts = [
    { name: 'whole', groups: whole(ids) },
    ...places(ids),
    { name: 'finest', groups: finest(ids, groups => reasonsToFuse(plan(groups))) },
    ...randoms(ids, Number(values.random), Number(values.seed), groups => judge(groups).refused)
  ].map(cut => ({ ...cut, ...judge(cut.groups) }));
  writeFileSync(join(out, path.replace(/\.ipynb$/, '.json')), JSON.stringify({ cells: ids, cuts }));
}

/** What speaks against steps of these groups, each with the two cells that would have to be in one step. */
function reasonsToFuse(plans) {
  return plans.flatMap(({ clashes, warnings }) => [
    ...clashes.map(clash => ({ rule: 'clashing-read', ...clash })),
    ...warnings.filter(({ rule }) => CHANGES.includes(rule))
  ]);
}

function compileCut(notebook, groups) {
  const nodes = Object.fromEntries(
    groups.map((cells, i) => [
      `step-${String(i).padStart(2, '0')}`,
      {
        kind: 'cells',
        notebook: notebook.path,
        image: 'python:3.11',
        cells: cells.map(id => ({ id, hash: notebook.cells.find(cell => cell.id === id).hash }))
      }
    ])
  );
  const pipeline = { weft: 1, id: 'cut', name: 'cut', parameters: {}, nodes, layout: {} };
  const flow = weft.resolve(pipeline, { notebook: () => notebook });
  const problems = weft
    .check(flow, weft.emptyCatalog, 'local')
    .filter(({ severity, rule }) => severity === 'error' || CHANGES.includes(rule));
  const refused = problems.map(({ rule, message }) => ({ rule, message }));
  const compiled = weft.compile(flow, weft.emptyCatalog, 'local');
  const lost = compiled.report.filter(({ outcome }) => outcome === 'lost');
  return {
    refused: [...refused, ...lost.map(({ message }) => ({ rule: 'lost', message }))],
    spec: compiled.spec,
    yaml: weft.writeSpec(compiled),
    nodes: weft.taskNodes(compiled)
  };
}
