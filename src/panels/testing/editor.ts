import { createEditor, type OpenEditor } from '../../actions';
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
  memo: { kind: 'note', text: 'Mind the gap' },
  odd: { kind: 'sweep', title: 'From a newer version' }
};

/** A real editor over a small pipeline with one node of every kind. */
export function smallEditor(options: { readOnly?: boolean } = {}): OpenEditor & { told: string[] } {
  const doc = createSharedPipeline();
  doc.load({
    ...newPipeline({ id: 'small1', name: 'small' }),
    parameters: { epochs: { type: 'integer', default: 5 }, bucket: { type: 'string' } },
    nodes: NODES
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
