import { beforeEach, describe, expect, it } from 'vitest';
import { createSharedPipeline, newPipeline, type Pipeline, type PipelineNode } from '../pipeline';
import type { KernelFacts } from '../runtime';
import { isEnabled } from './action';
import { ACTIONS } from './all';
import { createEditor, type OpenEditor } from './open-editor';
import { testNotebooks } from './testing/open-test-editor';

const SOURCES = [
  'rows = 5\nrate = 0.5\ndf = load(rows)',
  'df["x"] = rate\nmodel = fit(df)',
  'score = model.score(df)\ndf.to_csv("out.csv")\nscore',
  'print(score)\neval("hidden")'
];
const cells = (ids: number[], settings: object = {}): PipelineNode => ({
  kind: 'cells',
  notebook: 'a.ipynb',
  cells: ids.map(id => ({ id: `c${id}`, hash: '' })),
  ...settings
});

let editor: OpenEditor;
let said: string[];
let offers: { message: string; accept: () => void }[];
async function open(nodes: Record<string, PipelineNode>, parameters: Pipeline['parameters'] = {}) {
  const doc = createSharedPipeline();
  const layout = Object.fromEntries(
    Object.keys(nodes).map((id, i) => [id, [i * 400, 0] as [number, number]])
  );
  doc.load({ ...newPipeline({ id: 'p', name: 'demo' }), nodes, layout, parameters });
  said = [];
  offers = [];
  editor = createEditor({
    doc,
    notebooks: await testNotebooks(SOURCES),
    host: {
      notify: message => void said.push(message),
      offer: (message, _label, accept) => void offers.push({ message, accept }),
      openInspector: () => void said.push('inspector'),
      clipboard: { write: () => Promise.resolve(), read: () => Promise.resolve('') }
    }
  });
}
beforeEach(() => open({ a: cells([1]), b: cells([2]), c: cells([3]), d: cells([4]) }));

const find = (id: string) => ACTIONS.find(action => action.id === id) ?? expect.unreachable(id);
const enabled = (id: string) => isEnabled(find(id), editor);
const node = (id: string) => editor.doc.pipeline.nodes[id] as Record<string, unknown>;
const edgeInto = (target: string, port: string) =>
  editor.view.flow.edges.find(edge => edge.target === target && edge.targetPort === port);

/** Runs an action and expects exactly one undo step, which undoing takes back whole. */
async function oneStep(id: string, args: Record<string, unknown> = {}): Promise<void> {
  const before = editor.doc.pipeline;
  const steps = editor.doc.undoManager.undoStack.length;
  await find(id).do(editor, args);
  expect(editor.doc.undoManager.undoStack.length).toBe(steps + 1);
  const after = editor.doc.pipeline;
  editor.doc.undo();
  expect(editor.doc.pipeline).toEqual(before);
  editor.doc.redo();
  expect(editor.doc.pipeline).toEqual(after);
}

describe('edges', () => {
  it('are pinned, removed and given back to the code', async () => {
    const edge = edgeInto('c', 'model');
    editor.select({ edges: [edge?.id ?? ''] });
    expect([enabled('pin-edge'), enabled('follow-code')]).toEqual([true, false]);
    await oneStep('pin-edge');
    expect(node('c').inputs).toEqual({ model: { from: { node: 'b', output: 'model' }, pinned: true } });
    expect(edgeInto('c', 'model')).toMatchObject({ derived: false, why: { name: 'model' } });
    expect([enabled('pin-edge'), enabled('follow-code')]).toEqual([false, true]);
    await oneStep('follow-code');
    expect(edgeInto('c', 'model')?.derived).toBe(true);
    editor.select({ edges: [edge?.id ?? ''] });
    await oneStep('delete');
    expect(edgeInto('c', 'model')).toBeUndefined();
    editor.select({ nodes: ['c'] });
    expect(enabled('follow-code')).toBe(true);
    await oneStep('follow-code', { node: 'c', input: 'model' });
    expect(edgeInto('c', 'model')?.derived).toBe(true);
  });

  it('leave the type of an input that a user declared', async () => {
    await open({ a: cells([1]), b: cells([2], { inputs: { df: { type: 'Dataset', removed: true } } }) });
    editor.select({ nodes: ['b'] });
    await oneStep('follow-code');
    expect(node('b').inputs).toEqual({ df: { type: 'Dataset' } });
  });
});

describe('inputs', () => {
  it('are added for names that the code does not show', async () => {
    editor.select({ nodes: ['d'] });
    await find('add-input').do(editor, {});
    expect(said).toEqual(['inspector']);
    await oneStep('add-input', { name: 'hidden', from: { node: 'a', output: 'df' } });
    expect(node('d').inputs).toEqual({ hidden: { from: { node: 'a', output: 'df' }, pinned: true } });
    expect(edgeInto('d', 'hidden')).toMatchObject({ source: 'a', derived: false });
    expect(enabled('follow-code')).toBe(false);
  });
});

describe('outputs', () => {
  it('are exported with a type that follows from what made them, or from the kernel', async () => {
    editor.select({ nodes: ['c'] });
    await oneStep('export-name', { name: 'score', type: 'Metrics' });
    expect(node('c').outputs).toEqual({ score: { type: 'Metrics' } });
    const files = { name: 'table', type: 'Dataset', file: 'out.csv' };
    await oneStep('export-name', files);
    expect(node('c').outputs).toMatchObject({ table: { type: 'Dataset', file: 'out.csv' } });
  });

  it('are asked for where none is named', async () => {
    editor.select({ nodes: ['b'] });
    let asked: readonly string[] = [];
    editor.canvas = {
      choose: (_node: string, outputs: readonly string[]) => {
        asked = outputs;
        return Promise.resolve('model');
      },
      announce: () => undefined
    } as unknown as OpenEditor['canvas'];
    const fact = { type: 'pandas.DataFrame', bytes: 9, exact: true, storable: true, tried: true };
    const facts: KernelFacts = { python: '3.11.1', values: { model: fact }, versions: {} };
    editor.setKernel('a.ipynb', facts);
    await oneStep('export-name');
    expect(asked).toEqual(expect.arrayContaining(['df', 'model']));
    expect(node('b').outputs).toEqual({ model: { type: 'Dataset' } });
  });
});

describe('parameters', () => {
  it('take the place of a literal, with its type and value', async () => {
    editor.select({ nodes: ['a'] });
    await oneStep('make-parameter', { name: 'rate' });
    expect(editor.doc.pipeline.parameters).toEqual({ rate: { type: 'number', default: 0.5 } });
    expect(node('a').inputs).toEqual({ rate: { from: { parameter: 'rate' }, pinned: true } });
    await oneStep('make-parameter');
    expect(editor.doc.pipeline.parameters.rows).toEqual({ type: 'integer', default: 5 });
    expect(enabled('make-parameter')).toBe(false);
  });

  it('take one that is there already, unless it has another type', async () => {
    await open({ a: cells([1]) }, { rows: { type: 'integer', default: 9 }, rate: { type: 'string' } });
    editor.select({ nodes: ['a'] });
    await oneStep('make-parameter', { name: 'rows' });
    await oneStep('make-parameter', { name: 'rate' });
    expect(editor.doc.pipeline.parameters).toEqual({
      rows: { type: 'integer', default: 9 },
      rate: { type: 'string' },
      rate_2: { type: 'number', default: 0.5 }
    });
  });

  it('are offered when a cell with the tag is added', async () => {
    const { notebook } = await testNotebooks(SOURCES);
    const analyzed = notebook('a.ipynb');
    if ('cells' in analyzed) {
      analyzed.cells[0].tags.push('parameters');
    }
    await open({});
    editor.setNotebooks({ notebook: () => analyzed });
    await find('add-cells').do(editor, { notebook: 'a.ipynb', cells: [{ id: 'c1', hash: '' }] });
    expect(offers.map(({ message }) => message)).toEqual(['Its cell is tagged “parameters”: rows, rate.']);
    const steps = editor.doc.undoManager.undoStack.length;
    offers[0].accept();
    expect(editor.doc.undoManager.undoStack.length).toBe(steps + 1);
    expect(Object.keys(editor.doc.pipeline.parameters).sort()).toEqual(['rate', 'rows']);
  });
});

describe('steps', () => {
  it('merge and split with what was decided about their names', async () => {
    await open(
      {
        a: cells([1], { outputs: { df: { type: 'Dataset' } } }),
        b: cells([2], { inputs: { rate: { from: { parameter: 'rate' }, pinned: true } } }),
        c: cells([3], { outputs: { table: { type: 'Dataset', file: 'out.csv' } } })
      },
      { rate: { type: 'number', default: 1 } }
    );
    editor.select({ nodes: ['c', 'a', 'b'] });
    await oneStep('merge-steps');
    expect(Object.keys(editor.doc.pipeline.nodes)).toEqual(['a']);
    expect(node('a')).toMatchObject({
      cells: [{ id: 'c1' }, { id: 'c2' }, { id: 'c3' }],
      inputs: { rate: { from: { parameter: 'rate' } } },
      outputs: { df: { type: 'Dataset' }, table: { file: 'out.csv' } }
    });
    editor.select({ nodes: ['a'] });
    await oneStep('split-step', { cell: 'c3' });
    const third = Object.keys(editor.doc.pipeline.nodes).find(id => id !== 'a') ?? '';
    expect(node(third)).toMatchObject({ cells: [{ id: 'c3' }], outputs: { table: { file: 'out.csv' } } });
    expect(node('a').outputs).toEqual({ df: { type: 'Dataset' } });
  });

  it('take cells that are dropped on them from the steps that had them', async () => {
    const args = { notebook: 'a.ipynb', cells: [{ id: 'c2', hash: '' }], position: [10, 10] };
    await oneStep('add-cells', args);
    expect(Object.keys(editor.doc.pipeline.nodes)).toEqual(['a', 'c', 'd']);
    expect(node('a').cells).toMatchObject([{ id: 'c1' }, { id: 'c2' }]);
  });

  it('do not merge with others of another kind', () => {
    editor.select({ nodes: ['a'] });
    expect(enabled('merge-steps')).toBe(false);
  });
});

it('pins packages to the versions in the kernel', async () => {
  SOURCES.push('import numpy as np, sys\nimport sklearn.svm');
  await open({ a: cells([5]) });
  SOURCES.pop();
  editor.select({ nodes: ['a'] });
  expect(enabled('pin-packages')).toBe(false);
  editor.setKernel('a.ipynb', {
    python: '3.11.1',
    values: {},
    versions: {
      numpy: { distribution: 'numpy', version: '2.1' },
      sklearn: { distribution: 'scikit-learn', version: '1.5' }
    }
  });
  await oneStep('pin-packages');
  expect(node('a').packages).toEqual(['numpy==2.1', 'scikit-learn==1.5']);
});

it('pins what a step needs to load its values, though it does not import it', async () => {
  const sources = ['import pandas as pd\ndf = pd.read_csv("a.csv")', 'import numpy as np\ndf["a"] = np.nan'];
  SOURCES.push(...sources);
  await open({ a: cells([5]), b: cells([6]) });
  SOURCES.splice(-sources.length);
  editor.select({ nodes: ['b'] });
  editor.setKernel('a.ipynb', {
    python: '3.11.1',
    values: {},
    versions: {
      numpy: { distribution: 'numpy', version: '2.1' },
      pandas: { distribution: 'pandas', version: '2.2' }
    }
  });
  await oneStep('pin-packages');
  expect(node('b').packages).toEqual(['numpy==2.1', 'pandas==2.2']);
});
