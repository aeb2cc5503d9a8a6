import { createSharedPipeline, newPipeline, type Pipeline, type PipelineNode } from '../../pipeline';
import { loadAnalyzer } from '../../notebook/testing/load';
import type { NotebookSource } from '../../flow';
import type { CanvasHandle, EditorHost } from '../editor';
import { createEditor, type EditorOptions, type OpenEditor } from '../open-editor';

/** Cells of `a.ipynb`, by id `c1` and on. */
const SOURCES = ['df = sorted([3, 1, 2])', 'clean = df[1:]', 'model = sum(clean)', 'print(model)'];

/** A notebook source over the real analysis. */
export async function testNotebooks(sources: readonly string[] = SOURCES): Promise<NotebookSource> {
  const analyzer = await loadAnalyzer();
  const analyzed = analyzer.notebook({
    path: 'a.ipynb',
    language: 'python',
    cells: sources.map((source, index) => ({
      id: `c${index + 1}`,
      index,
      type: 'code',
      source,
      tags: []
    }))
  });
  return { notebook: path => (path === 'a.ipynb' ? analyzed : { message: `There is no ${path}.` }) };
}

/** Four nodes: two of cells, where `load` feeds `clean` by the code, and two containers, not connected. */
export const NODES: Record<string, PipelineNode> = {
  load: { kind: 'cells', title: 'Load', notebook: 'a.ipynb', cells: [{ id: 'c1', hash: '' }] },
  clean: { kind: 'cells', title: 'Clean', notebook: 'a.ipynb', cells: [{ id: 'c2', hash: '' }] },
  score: {
    kind: 'container',
    title: 'Score',
    image: 'score:1',
    command: ['score'],
    inputs: { data: { type: 'Dataset' }, epochs: { type: 'integer' } },
    outputs: { report: { type: 'HTML' }, count: { type: 'integer' } }
  },
  tell: {
    kind: 'container',
    title: 'Tell',
    image: 'tell:1',
    command: ['tell'],
    inputs: { count: { type: 'integer' }, page: { type: 'HTML' } }
  },
  hint: { kind: 'note', text: 'Hello' }
};
const LAYOUT: Pipeline['layout'] = {
  load: [0, 0],
  clean: [300, 0],
  score: [600, 0],
  tell: [900, 0],
  hint: [0, 300]
};

export interface TestEditor {
  editor: OpenEditor;
  /** What the host and the canvas were asked to do, in order. */
  calls: string[];
  clipboard: { text: string };
  /** Undo steps so far. */
  steps(): number;
}

/** An editor over a real document and real cells; the shell around it only writes down what it is asked. */
export async function openTestEditor(
  host: Partial<EditorHost> = {},
  options: Partial<EditorOptions> = {}
): Promise<TestEditor> {
  const doc = createSharedPipeline();
  doc.load({ ...newPipeline({ id: 'p', name: 'demo' }), nodes: NODES, layout: LAYOUT });
  const calls: string[] = [];
  const clipboard = { text: '' };
  const editor = createEditor({
    doc,
    notebooks: await testNotebooks(),
    host: {
      notify: (message, kind) => void calls.push(`notify ${kind}: ${message}`),
      clipboard: {
        write: text => Promise.resolve(void (clipboard.text = text)),
        read: () => Promise.resolve(clipboard.text)
      },
      openFile: (...args) => void calls.push(`openFile ${args.filter(Boolean).join(' ')}`),
      openInspector: () => void calls.push('openInspector'),
      ...host
    },
    ...options
  });
  editor.canvas = recordedCanvas(calls);
  return { editor, calls, clipboard, steps: () => doc.undoManager.undoStack.length };
}

function recordedCanvas(calls: string[]): CanvasHandle {
  const record =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args].join(' '));
  return {
    fit: record('fit'),
    zoomTo: record('zoomTo'),
    zoomBy: record('zoomBy'),
    toFlow: ({ x, y }) => [x, y],
    centre: () => [40, 40],
    reveal: record('reveal'),
    show: anchor => record('show')(JSON.stringify(anchor)),
    focus: record('focus'),
    giveUp: () => false,
    rename: record('rename'),
    tidy: nodes => Promise.resolve(record('tidy')(nodes ?? 'all')),
    choose: (_node, outputs) => Promise.resolve(outputs[0] ?? null),
    announce: record('announce')
  };
}
