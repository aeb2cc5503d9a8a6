import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import {
  type CellAnalyzer,
  type Notebook,
  type NotebookCell,
  planSteps,
  proposeSteps,
  reasonText,
  readKale,
  readNotebook
} from '../notebook';
import { kaleText } from '../notebook/testing/kale';
import { loadAnalyzer } from '../notebook/testing/load';
import { PROBES } from '../notebook/testing/probes';
import { RUNS } from '../notebook/testing/runs';
import { drawKale, proposedPipeline, readPipeline, writePipeline } from '../pipeline';
import { resolveIn } from './testing/draw';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

/** Rules that a proposal never breaks. */
const HARD = new Set(['alias-cut', 'handle-crosses-steps']);

const name = fc.constantFrom('x', 'y', 'df', 'model', 'f');
const line = fc.oneof(
  fc.tuple(name, name).map(([to, from]) => `${to} = g(${from})`),
  fc.tuple(name, name).map(([to, from]) => `${to}.append(${from})`),
  fc.tuple(name, name).map(([to, from]) => `${to} = ${from}`),
  fc.tuple(name, name).map(([to, from]) => `def ${to}(v):\n    return v + ${from}`),
  fc.tuple(name, name).map(([to, from]) => `def ${to}(v):\n    global ${from}\n    ${from} = v`),
  fc.tuple(name, name).map(([to, from]) => `if ${from}:\n    ${to} = 2`),
  fc.tuple(name, name).map(([to, from]) => `${to}.fit(${from})`),
  fc.tuple(name, name).map(([to, from]) => `${to} = (v for v in ${from})`),
  name.map(to => `${to} = open("${to}.txt")`),
  name.map(to => `print(${to})`),
  fc.tuple(name, name).map(([to, from]) => `${to} = int(${from})`),
  fc.tuple(name, name).map(([to, from]) => `${to} = [${from}]`),
  name.map(to => `${to} = 7`),
  name.map(to => `del ${to}`),
  name.map(to => `class ${to}:\n    pass`),
  name.map(to => `${to}.to_csv("${to}.csv")`),
  fc.constantFrom(
    'import numpy as np',
    'x = (',
    '!pip install a',
    '!ls',
    '%%bash\nls',
    'np.random.seed(0)',
    '# nothing'
  ),
  fc.constantFrom(
    'df = pd.read_csv("x.csv")',
    'model.cuda()',
    'a = b = []',
    'from m import *',
    'exec("x = 1")'
  ),
  fc.constantFrom(...Object.values(PROBES).flatMap(probes => probes.map(([source]) => source)))
);
const cell: fc.Arbitrary<Omit<NotebookCell, 'id' | 'index'>> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('code' as const),
      source: fc.array(line, { maxLength: 4 }).map(lines => lines.join('\n')),
      tags: fc.oneof(
        { weight: 6, arbitrary: fc.constant<string[]>([]) },
        fc.constantFrom<string[]>(['parameters'], ['x'])
      )
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('markdown' as const),
      source: fc.constantFrom('# One', '## Two', '### Three', 'text', '```\n# no\n```'),
      tags: fc.constant<string[]>([])
    })
  }
);
const notebook: fc.Arbitrary<Notebook> = fc.array(cell, { maxLength: 14 }).map(cells => ({
  path: 'a.ipynb',
  language: 'python',
  cells: cells.map((one, index) => ({ ...one, id: `c${index}`, index }))
}));

it('every proposal covers all cells once, and runs as drawn: no clash, no circle, nothing unfed', () => {
  fc.assert(
    fc.property(notebook, drawn => {
      const analyzed = analyzer.notebook(drawn);
      const proposal = proposeSteps(drawn, analyzed);
      const spare = [...proposal.skipped, ...proposal.prelude];
      const covered = [...proposal.steps.flatMap(({ cells }) => cells), ...spare.map(one => one.cell)];
      expect(covered.sort()).toEqual(analyzed.cells.map(({ id }) => id).sort());
      const pipeline = proposedPipeline(drawn.path, analyzed, proposal, { id: 'p', name: 'demo' });
      const flow = resolveIn(pipeline, { [drawn.path]: analyzed });
      expect([flow.cycles, flow.repairs]).toEqual([[], []]);
      for (const { clashes, inputs, cells } of flow.nodes.values()) {
        expect(clashes).toEqual([]);
        expect(cells.length).toBeGreaterThan(0);
        inputs.forEach(({ writtenIn }) => expect(writtenIn).toBeUndefined());
      }
      const groups = proposal.steps.map(step => step.cells);
      const warnings = planSteps(analyzed.cells, groups).flatMap(plan => plan.warnings);
      expect(warnings.filter(({ rule }) => HARD.has(rule))).toEqual([]);
      const titles = proposal.steps.map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
      const reasons = [...proposal.steps.flatMap(({ why }) => why), ...spare.map(({ why }) => why)];
      reasons.forEach(why => expect(reasonText(why)).toMatch(/\.$/));
      proposal.steps.forEach(({ why }) => expect(why.length).toBeGreaterThan(0));
    }),
    RUNS
  );
}, 60_000);

/** Cells with tags of Kale, right and wrong. */
const kaleCell = fc.tuple(
  fc.array(line, { maxLength: 3 }).map(lines => lines.join('\n')),
  fc.uniqueArray(
    fc.constantFrom(
      ...[
        'imports',
        'functions',
        'skip',
        'pipeline-parameters',
        'pipeline-metrics',
        'block:',
        'step:a',
        'step:b'
      ],
      ...[
        'block:c',
        'notebook:d',
        'prev:a',
        'prev:b',
        'prev:c',
        'prev:gone',
        'limit:cpu:1',
        'limit:nvidia.com/gpu:1'
      ],
      ...[
        'limit:x',
        'label:a:b',
        'annotation:a',
        'image:a:1',
        'cache:enabled',
        'cache:',
        'secret:a:b:C',
        'secret:a',
        ':'
      ]
    ),
    { maxLength: 3 }
  ),
  fc.constantFrom({}, { notebook_path: 'b.ipynb' }, { notebook_path: 3 })
);
const kaleMetadata = fc.dictionary(
  fc.constantFrom('pipeline_name', 'volumes', 'steps_defaults', 'docker_image', 'experiment', 'other'),
  fc.oneof(
    fc.constantFrom('a', '', 3, null, [{ name: 'v', mount_point: '/v', type: 'pvc' }], ['label:a:b']),
    fc.jsonValue()
  )
);

it('whatever Kale is told is drawn: references hold, orders go round in no circle, settings fit their schema', () => {
  fc.assert(
    fc.property(fc.array(kaleCell, { maxLength: 8 }), kaleMetadata, (cells, metadata) => {
      const text = kaleText(cells, metadata);
      const kale = readKale(text, 'a.ipynb');
      const analyzed = analyzer.notebook(readNotebook(text, 'a.ipynb'));
      const { pipeline, lost } = drawKale(kale!, analyzed, 'a.ipynb', { id: 'p', name: 'demo' });
      lost.forEach(({ message }) => expect(message).toMatch(/\.$/));
      expect(readPipeline(writePipeline(pipeline), 'a.weft')).toEqual(pipeline);
      const flow = resolveIn(pipeline, { 'a.ipynb': analyzed });
      expect(flow.repairs).toEqual([]);
      const named = new Set(Object.values(pipeline.nodes).map(({ title }) => title));
      kale!.steps.forEach(({ name: step }) => expect(named.has(step)).toBe(true));
    }),
    RUNS
  );
}, 60_000);
