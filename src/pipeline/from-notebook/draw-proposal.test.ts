import { beforeAll, describe, expect, it } from 'vitest';
import { type CellAnalyzer, type Notebook, proposeSteps } from '../../notebook';
import { loadAnalyzer } from '../../notebook/testing/load';
import { addNode } from '../edits/add-node';
import { newPipeline } from '../new-pipeline';
import { isCells, type Pipeline } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { createSharedPipeline } from '../shared/shared-pipeline';
import { drawProposal } from './draw-proposal';
import { proposedPipeline } from './proposed-pipeline';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const SOURCES = [
  'rate = 0.5\nrounds = 3',
  'df = pd.read_csv("a.csv").sample(frac=rate)',
  'X = df.drop(columns="y")',
  'model = SVC().fit(X.cuda(), rounds)',
  'print(model)'
];

const notebookOf = (sources: string[]): Notebook => ({
  path: '/lab/a.ipynb',
  language: 'python',
  cells: sources.map((source, index) => ({
    id: `c${index}`,
    index,
    type: 'code',
    source,
    tags: index === 0 ? ['parameters'] : []
  }))
});

function proposalOf(sources = SOURCES) {
  const notebook = notebookOf(sources);
  const analyzed = analyzer.notebook(notebook);
  return { analyzed, proposal: proposeSteps(notebook, analyzed) };
}

const emptyDocument = (): SharedPipeline => {
  const doc = createSharedPipeline();
  doc.load(newPipeline({ id: 'p', name: 'demo' }));
  return doc;
};

const nodesOf = ({ nodes }: Pipeline) => Object.values(nodes).filter(isCells);

describe('drawing a proposal', () => {
  it('adds a node for each step, with its cells, as one undo step', () => {
    const doc = emptyDocument();
    const { analyzed, proposal } = proposalOf();
    const ids = drawProposal(doc, 'work/a.ipynb', analyzed, proposal);
    expect(ids).toHaveLength(3);
    const nodes = ids.map(id => doc.pipeline.nodes[id]);
    expect(nodes.map(({ title }) => title)).toEqual(proposal.steps.map(({ title }) => title));
    expect(nodes[0]).toEqual({
      kind: 'cells',
      title: 'Load df',
      notebook: 'work/a.ipynb',
      cells: [{ id: 'c1', hash: analyzed.cells[1].hash }],
      inputs: { rate: { from: { parameter: 'rate' } } }
    });
    expect(nodes[2]).toMatchObject({ resources: { accelerator: 'nvidia.com/gpu', accelerators: 1 } });
    const x = ids.map(id => doc.pipeline.layout[id][0]);
    expect(x[0] < x[1] && x[1] < x[2]).toBe(true);
    expect(doc.pipeline.parameters).toEqual({
      rate: { type: 'number', default: 0.5 },
      rounds: { type: 'integer', default: 3 }
    });
    doc.undo();
    expect(doc.pipeline.nodes).toEqual({});
    expect(doc.pipeline.parameters).toEqual({});
  });

  it('adds only the chosen steps, beside those that are drawn, and the parameters that they use', () => {
    const doc = emptyDocument();
    const { analyzed, proposal } = proposalOf();
    const [first] = drawProposal(doc, 'a.ipynb', analyzed, proposal, proposal.steps.slice(0, 1));
    expect(Object.keys(doc.pipeline.parameters)).toEqual(['rate']);
    const [last] = drawProposal(doc, 'a.ipynb', analyzed, proposal, proposal.steps.slice(2));
    expect(Object.keys(doc.pipeline.parameters).sort()).toEqual(['rate', 'rounds']);
    const [x, y] = doc.pipeline.layout[first];
    expect(doc.pipeline.layout[last]).toEqual([x + 660, y]);
  });

  it('leaves each card the room that its ports take', () => {
    const names = Array.from({ length: 12 }, (_, i) => `n${i}`);
    const { analyzed, proposal } = proposalOf([
      '',
      names.map(name => `${name} = make("${name}")`).join('\n'),
      `model = SVC().fit([${names.join(', ')}])`,
      'other = SVC().fit(read())'
    ]);
    const doc = emptyDocument();
    const ids = drawProposal(doc, 'a.ipynb', analyzed, proposal);
    const [first, , last] = ids.map(id => doc.pipeline.layout[id]);
    expect(ids).toHaveLength(3);
    expect(last[0]).toBe(first[0]);
    expect(last[1] - first[1]).toBeGreaterThan(80 + 12 * 24);
  });

  it('goes below what is drawn of other things', () => {
    const doc = emptyDocument();
    addNode(doc, { kind: 'note', text: 'here' }, [50, 300]);
    const { analyzed, proposal } = proposalOf();
    const [first] = drawProposal(doc, 'a.ipynb', analyzed, proposal);
    expect(doc.pipeline.layout[first]).toEqual([50, 480]);
  });

  it('leaves parameters of the same name with another meaning alone, and shares its own', () => {
    const doc = emptyDocument();
    doc.transact(() => doc.write(['parameters', 'rate'], { type: 'string', default: 'x' }));
    const { analyzed, proposal } = proposalOf();
    drawProposal(doc, 'a.ipynb', analyzed, proposal, proposal.steps.slice(0, 1));
    expect(doc.pipeline.parameters).toMatchObject({ rate: { type: 'string' }, rate_2: { default: 0.5 } });
    expect(nodesOf(doc.pipeline)[0].inputs).toEqual({ rate: { from: { parameter: 'rate_2' } } });
    doc.transact(() => doc.write(['parameters', 'rate_2'], { type: 'number', default: 0.7 }));
    drawProposal(doc, 'a.ipynb', analyzed, proposal, proposal.steps.slice(0, 1));
    expect(Object.keys(doc.pipeline.parameters).sort()).toEqual(['rate', 'rate_2']);
  });

  it('writes no title where it is what the cells show by themselves, so that it follows them', () => {
    const words = ['## Clean', '## 2.1 Fit', '', '## Clean'];
    const code = ['a = read("x")', 'b = a.clean()', 'm = SVC().fit(b)', 'c = g(m)\nprint(c)'];
    const cells = words.flatMap((source, i) => [
      { type: 'markdown' as const, source, id: `m${i}`, tags: [] },
      { type: 'code' as const, source: code[i], id: `c${i}`, tags: [] }
    ]);
    const notebook: Notebook = {
      path: 'a.ipynb',
      language: 'python',
      cells: cells.map((cell, index) => ({ ...cell, index }))
    };
    const analyzed = analyzer.notebook(notebook);
    const steps = ['Clean', 'Fit', 'Train m', 'Clean 2'].map((title, i) => ({
      ...{ cells: [`c${i}`], title, why: [] },
      gpu: 'none' as const
    }));
    const proposal = { steps, skipped: [], prelude: [], parameters: [] };
    const doc = emptyDocument();
    const ids = drawProposal(doc, 'a.ipynb', analyzed, proposal);
    const titles = ids.map(id => doc.pipeline.nodes[id].title);
    expect(titles).toEqual([undefined, undefined, 'Train m', 'Clean 2']);
    expect(ids[0]).toMatch(/^clean-/);
  });

  it('makes the same nodes as a pipeline of its own', () => {
    const { analyzed, proposal } = proposalOf();
    let count = 0;
    const random = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(count++);
    const pipeline = proposedPipeline('a.ipynb', analyzed, proposal, { id: 'p', name: 'demo', random });
    expect(Object.keys(pipeline.nodes)).toEqual(['load-df-0000', 'prepare-x-1111', 'train-model-2222']);
    const doc = emptyDocument();
    drawProposal(doc, 'a.ipynb', analyzed, proposal);
    const byTitle = (a: { title?: string }, b: { title?: string }) =>
      (a.title ?? '') < (b.title ?? '') ? -1 : 1;
    expect(nodesOf(doc.pipeline).sort(byTitle)).toEqual(nodesOf(pipeline).sort(byTitle));
  });
});
