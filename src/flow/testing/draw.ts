import type { AnalyzedNotebook, CellAnalyzer } from '../../notebook';
import { analyzed } from '../../notebook/testing/notebook';
import { newPipeline, type Binding, type CellsNode, type Pipeline, type PipelineNode } from '../../pipeline';
import type { Flow, FlowNode, NotebookFault } from '../flow';
import { resolve } from '../resolve';

/** Notebooks by path; the one of most tests is `a.ipynb`, with the cells c0, c1 and so on. */
export type Notebooks = Record<string, AnalyzedNotebook | NotebookFault>;

/** A node of cells of `a.ipynb`, by their places, each drawn as it stands in the notebook. */
export function cellsNode(
  notebook: AnalyzedNotebook,
  places: number[],
  settings: Partial<CellsNode> = {}
): CellsNode {
  const cells = places.map(place => ({ id: notebook.cells[place].id, hash: notebook.cells[place].hash }));
  return { kind: 'cells', notebook: notebook.path, cells, ...settings };
}

export function pipelineOf(
  nodes: Record<string, PipelineNode>,
  parameters: Pipeline['parameters'] = {}
): Pipeline {
  return { ...newPipeline({ id: 'p', name: 'demo' }), nodes, parameters };
}

export function resolveIn(pipeline: Pipeline, notebooks: Notebooks): Flow {
  return resolve(pipeline, { notebook: path => notebooks[path] ?? { message: `There is no ${path}.` } });
}

type Drawing = Record<string, number[] | [number[], Partial<CellsNode>] | PipelineNode>;

/** The flow of a drawing of `a.ipynb`: node ids with the places of their cells, with or without settings. */
export function flowOf(
  analyzer: CellAnalyzer,
  sources: string[],
  drawing: Drawing,
  parameters: Pipeline['parameters'] = {}
): Flow {
  const notebook = analyzed(analyzer, sources);
  const nodes = Object.entries(drawing).map(([id, drawn]): [string, PipelineNode] => {
    if (!Array.isArray(drawn)) {
      return [id, drawn];
    }
    const [places, settings] = isPlaces(drawn) ? [drawn, {}] : drawn;
    return [id, cellsNode(notebook, places, settings)];
  });
  return resolveIn(pipelineOf(Object.fromEntries(nodes), parameters), { [notebook.path]: notebook });
}

const isPlaces = (drawn: number[] | [number[], Partial<CellsNode>]): drawn is number[] =>
  !Array.isArray(drawn[0]);

export function nodeOf(flow: Flow, id: string): FlowNode {
  const node = flow.nodes.get(id);
  if (!node) {
    throw new Error(`The flow has no node ${id}.`);
  }
  return node;
}

/** Inputs of a node, each as `name type source`, with `?` for nothing and `*` after what a user decided. */
export function inputsOf(flow: Flow, id: string): string[] {
  return nodeOf(flow, id).inputs.map(({ name, type, binding, derived }) => {
    const source = binding ? bindingText(binding) : '?';
    return `${name} ${type} ${source}${derived ? '' : '*'}`;
  });
}

function bindingText(binding: Binding): string {
  if ('value' in binding) {
    return JSON.stringify(binding.value);
  }
  if ('parameter' in binding) {
    return `$${binding.parameter}`;
  }
  return Object.values(binding).join('.');
}
