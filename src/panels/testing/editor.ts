import { createEditor, type OpenEditor } from '../../actions';
import type { Session } from '../../session';
import { createSharedPipeline, newPipeline, type PipelineNode } from '../../pipeline';

const NODES: Record<string, PipelineNode> = {
  zeta: {
    kind: 'importer',
    title: 'Old model',
    uri: 's3://acme/old',
    type: 'Model',
    metadata: { stage: 'prod' }
  },
  score: {
    kind: 'container',
    title: 'Score',
    image: 'acme/score:1',
    command: ['score'],
    args: ['--model', { input: 'model' }, { output: 'scores' }],
    inputs: {
      model: { type: 'Model', from: { node: 'zeta', output: 'artifact' } },
      limit: { type: 'integer', from: { value: 3 } },
      rate: { type: 'number' }
    },
    outputs: { scores: { type: 'Dataset' } },
    env: { LEVEL: 'debug' },
    pool: 'gone',
    retry: { max: 2 }
  },
  report: {
    kind: 'container',
    title: 'Report',
    image: 'acme/report:1',
    inputs: { scores: { type: 'Dataset', from: { node: 'score', output: 'scores' } } },
    after: ['zeta']
  },
  lost: { kind: 'cells', notebook: 'lost.ipynb', cells: [{ id: 'c1', hash: '0' }] },
  book: {
    kind: 'notebook',
    notebook: 'lost.ipynb',
    after: ['zeta'],
    outputs: { table: { type: 'Dataset', file: 'out.csv' } }
  },
  memo: { kind: 'note', text: 'Mind the gap' },
  odd: { kind: 'sweep', title: 'From a newer version' }
};

/** A sub-pipeline that holds a loop that holds a step, and a choice of two branches beside it. */
const GROUPS: Record<string, PipelineNode> = {
  before: {
    kind: 'container',
    title: 'Before',
    image: 'acme/before:1',
    outputs: { size: { type: 'integer' } }
  },
  inner: { kind: 'pipeline', title: 'Inner', inputs: { bucket: { type: 'string' } } },
  each: {
    kind: 'loop',
    title: 'Each',
    group: 'inner',
    items: { value: [{ name: 'a', rate: 0.1 }] },
    parallelism: 2
  },
  fit: {
    kind: 'container',
    title: 'Fit',
    group: 'each',
    image: 'acme/fit:1',
    inputs: { size: { type: 'integer', from: { node: 'before', output: 'size' } } },
    outputs: { loss: { type: 'number' } }
  },
  after: {
    kind: 'container',
    title: 'After',
    group: 'inner',
    image: 'acme/after:1',
    inputs: { losses: { type: 'list', from: { node: 'fit', output: 'loss' } } }
  },
  pick: {
    kind: 'choice',
    title: 'Pick',
    outputs: { chosen: { type: 'string', from: [{ node: 'small', output: 'out' }] } }
  },
  yes: {
    kind: 'branch',
    title: 'Yes',
    group: 'pick',
    when: { left: { node: 'before', output: 'size' }, is: '>', right: { value: 3 } }
  },
  no: { kind: 'branch', title: 'No', group: 'pick' },
  small: {
    kind: 'container',
    title: 'Small',
    group: 'yes',
    image: 'acme/small:1',
    outputs: { out: { type: 'string' } }
  },
  large: {
    kind: 'container',
    title: 'Large',
    group: 'no',
    image: 'acme/large:1',
    outputs: { out: { type: 'string' } }
  },
  guard: { kind: 'exit-handler', title: 'Guard' },
  raw: {
    kind: 'component',
    title: 'Raw',
    executor: { resolver: {} },
    names: { task: 'raw' },
    kept: [{ at: ['task', 'taskInfo', 'name'], is: 'Raw!', was: 'Raw' }]
  }
};

interface Options {
  readOnly?: boolean;
  session?: Session | null;
}

/** A real editor over a small pipeline with steps, a note, and a node of an unknown kind. */
export const smallEditor = (options: Options = {}): TestEditor => editorOf(NODES, options);

/** A real editor over a small pipeline with a group of every kind. */
export const groupEditor = (options: Options = {}): TestEditor => editorOf(GROUPS, options);

type TestEditor = OpenEditor & { told: string[] };

function editorOf(nodes: Record<string, PipelineNode>, options: Options): TestEditor {
  const doc = createSharedPipeline();
  doc.load({
    ...newPipeline({ id: 'small1', name: 'small' }),
    parameters: { epochs: { type: 'integer', default: 5 }, bucket: { type: 'string' } },
    nodes
  });
  const told: string[] = [];
  const editor = createEditor({
    doc,
    host: {
      notify: message => told.push(message),
      clipboard: { read: () => Promise.resolve(''), write: () => Promise.resolve() }
    },
    notebooks: { notebook: path => ({ message: `There is no ${path}.` }) },
    ...options
  });
  return Object.assign(editor, { told });
}
