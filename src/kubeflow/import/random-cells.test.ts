import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { resolve } from '../../flow';
import { type CellAnalyzer, hashSource, readNotebook } from '../../notebook';
import { loadAnalyzer } from '../../notebook/testing/load';
import { type CellsNode, type ContainerNode, isContainer, type Pipeline } from '../../pipeline';
import { nestedPipeline } from '../../pipeline/testing/nested-pipeline';
import { emptyCatalog } from '../../pools';
import { compile } from '../compile';
import { decidable } from '../testing/nested-flow';
import { recompile } from '../testing/recompile';
import { danglingReferences } from '../testing/references';
import { importSpec } from './import-spec';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

/** A step as one cell of a notebook of its own, which reads the inputs and writes the outputs of the container. */
function asCells(id: string, node: ContainerNode): { cells: CellsNode; source: string } {
  const { image, inputs = {}, outputs = {}, command: _command, args: _args, kind: _kind, ...shared } = node;
  const read = Object.keys(inputs).map(name => `print(${name})`);
  const source = [...read, ...Object.keys(outputs).map(name => `${name} = open('${name}').read()`)].join(
    '\n'
  );
  const pinned = Object.entries(inputs).map(([name, { type, from }]) => [name, { type, from, pinned: true }]);
  const ref = { id: `cell-${id}`, hash: hashSource(source) };
  const cells = { ...shared, image, outputs, inputs: Object.fromEntries(pinned) };
  return { cells: { ...cells, kind: 'cells', notebook: `${id}.ipynb`, cells: [ref] } as CellsNode, source };
}

const isStatus = ({ inputs = {} }: ContainerNode) =>
  Object.values(inputs).some(({ type }) => type === 'taskStatus');

/** The pipeline with cells in place of its containers, and the notebooks that hold them. */
function withCells(pipeline: Pipeline): { pipeline: Pipeline; notebooks: Map<string, string> } {
  const nodes = { ...pipeline.nodes };
  const notebooks = new Map<string, string>();
  for (const [id, node] of Object.entries(nodes)) {
    if (isContainer(node) && !isStatus(node)) {
      const { cells, source } = asCells(id, node);
      nodes[id] = cells;
      const cell = { cell_type: 'code', id: cells.cells[0].id, source, metadata: {}, outputs: [] };
      notebooks.set(
        cells.notebook,
        JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 })
      );
    }
  }
  return { pipeline: { ...pipeline, nodes }, notebooks };
}

it('cells in random groups, three deep, come back from their spec', { timeout: 120_000 }, () => {
  let cells = 0;
  fc.assert(
    fc.property(nestedPipeline, drawn => {
      const { pipeline, notebooks } = withCells(decidable(drawn));
      const flow = resolve(pipeline, {
        notebook: path => analyzer.notebook(readNotebook(notebooks.get(path) ?? '', path))
      });
      const { spec, platform, report } = compile(flow, emptyCatalog, 'kfp-2.18');
      expect(report.filter(({ outcome }) => outcome === 'lost')).toEqual([]);
      expect(danglingReferences(spec)).toEqual([]);
      const imported = importSpec(
        { spec, ...(platform && { platform }), comment: '' },
        { id: 'back', analyzer }
      );
      const again = recompile(imported, analyzer);
      expect({ spec: again.spec, platform: again.platform }).toEqual({ spec, platform });
      const count = (of: Pipeline) => Object.values(of.nodes).filter(({ kind }) => kind === 'cells').length;
      expect(count(imported.pipeline)).toBe(count(pipeline));
      cells += count(pipeline);
    }),
    { seed: 31, numRuns: Number(process.env.WEFT_RUNS ?? 40) }
  );
  expect(cells).toBeGreaterThan(100);
  process.stdout.write(`${cells} steps of cells came back as cells\n`);
});
