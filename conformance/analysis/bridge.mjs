// Puts the analysis as it stands beside programs in Python: reads a JSON value per line, writes one per line.
// usage: node conformance/analysis/bridge.mjs ast|scopes|facts|edges
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { load } from '../bundle.mjs';

const ENTRY = `
export { createAnalyzer } from './src/notebook/analyzer';
export { normaliseSource } from './src/notebook/hash';
export { rewriteCell } from './src/notebook/ipython/prepass';
export { linkCells } from './src/notebook/links/link';
export { PythonParser } from './src/notebook/python/parser';
export { traceScopes } from './src/notebook/scopes/trace';
`;

const folder = mkdtempSync(join(tmpdir(), 'weft-analysis-'));
const weft = await load(ENTRY, folder).finally(() => rmSync(folder, { recursive: true }));
const require = createRequire(import.meta.url);
const bytes = {
  runtime: readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
  python: readFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm'))
};
const parser = await weft.PythonParser.load(bytes);
const analyzer = await weft.createAnalyzer(bytes);
const parse = source => parser.parse([weft.rewriteCell(weft.normaliseSource(source))])[0];

/** What each question is answered with. */
const ANSWERS = {
  /** The tree of a source, or its fault. */
  ast: parse,
  /** The scopes of a source and the names in them, or its fault. */
  scopes: source => {
    const body = parse(source);
    return Array.isArray(body) ? weft.traceScopes(body) : body;
  },
  /** The facts of a cell. */
  facts: source => analyzer.analyze(source),
  /** The edges between cells, which are called by their place. */
  edges: sources =>
    weft.linkCells(sources.map((source, index) => ({ id: String(index), facts: analyzer.analyze(source) })))
      .edges
};

const answer = ANSWERS[process.argv[2]];
if (!answer) {
  process.stderr.write('usage: node conformance/analysis/bridge.mjs ast|scopes|facts|edges\n');
  process.exit(2);
}
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}
