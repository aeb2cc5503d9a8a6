import { type Flow, type FlowNode, type FlowPort, type NotebookSource, resolve } from '../../flow';
import {
  type CellsNode,
  childrenByGroup,
  type ContainerNode,
  type ImporterNode,
  type NotebookNode,
  type Pipeline,
  type PipelineNode,
  sanitise
} from '../../pipeline';
import { type Catalog, emptyCatalog } from '../../pools';
import { DEFAULT_TARGET, type Target } from '../../kubeflow';
import type { Kernels } from '../../runtime';
import { contextOf, type Rule } from '../rule';

/** A container that no rule complains about, changed by `settings`. */
export function container(settings: Partial<ContainerNode> = {}): ContainerNode {
  return {
    kind: 'container',
    title: 'Score',
    image: 'ghcr.io/acme/score:1.4',
    command: ['score'],
    ...settings
  };
}

export function cells(settings: Partial<CellsNode> = {}): CellsNode {
  return {
    kind: 'cells',
    title: 'Train',
    notebook: 'a.ipynb',
    cells: [{ id: 'c1', hash: 'h' }],
    ...settings
  };
}

export function importer(settings: Partial<ImporterNode> = {}): ImporterNode {
  return { kind: 'importer', title: 'Data', uri: 's3://bucket/data', type: 'Dataset', ...settings };
}

export function port(name: string, type: string, settings: Partial<FlowPort> = {}): FlowPort {
  return { name, type, derived: false, optional: false, ...settings };
}

export function notebook(settings: Partial<NotebookNode> = {}): NotebookNode {
  return { kind: 'notebook', title: 'Report', notebook: 'a.ipynb', ...settings };
}

/** What a flow knows of a node beyond its settings. */
export type Facts = Partial<
  Pick<
    FlowNode,
    | 'inputs'
    | 'literals'
    | 'outputs'
    | 'cells'
    | 'clashes'
    | 'imports'
    | 'requirements'
    | 'magics'
    | 'title'
    | 'offers'
    | 'names'
    | 'language'
    | 'opaque'
  >
>;

/** A node with its facts; a node alone has none. */
export type Entry = PipelineNode | readonly [PipelineNode, Facts];

export function flowOf(
  entries: Record<string, Entry>,
  parts: Partial<Omit<Flow, 'pipeline' | 'nodes'>> & { pipeline?: Partial<Pipeline> } = {}
): Flow {
  const pairs = Object.entries(entries).map(([id, entry]): [string, PipelineNode, Facts] =>
    isPair(entry) ? [id, ...entry] : [id, entry, {}]
  );
  const nodes = new Map(pairs.map(([id, node, facts]) => [id, flowNode(id, node, facts)]));
  const drawn = Object.fromEntries(pairs.map(([id, node]) => [id, node]));
  const pipeline: Pipeline = {
    weft: 1,
    id: 'p',
    name: 'demo',
    parameters: {},
    nodes: drawn,
    layout: {},
    ...parts.pipeline
  };
  return {
    repairs: sanitise(pipeline).repairs,
    children: childrenByGroup(drawn),
    outputs: [],
    edges: [],
    order: [...nodes.keys()],
    cycles: [],
    faults: new Map(),
    ...parts,
    pipeline,
    nodes
  };
}

const isPair = (entry: Entry): entry is readonly [PipelineNode, Facts] => Array.isArray(entry);

function flowNode(id: string, node: PipelineNode, facts: Facts): FlowNode {
  const title = typeof node.title === 'string' ? node.title : id;
  return {
    id,
    node,
    title,
    inputs: [],
    outputs: [],
    cells: [],
    prelude: [],
    clashes: [],
    imports: [],
    requirements: [],
    offers: [],
    made: {},
    writes: [],
    literals: [],
    names: [],
    magics: false,
    ...facts
  };
}

/** The flow of a pipeline as it is drawn, with no notebooks. */
export function drawn(nodes: Record<string, PipelineNode>, parts: Partial<Pipeline> = {}): Flow {
  const source: NotebookSource = {
    notebook: path => ({ message: `${path} is not there.` }),
    pipeline: path => ({ message: `${path} is not there.` })
  };
  return resolve({ weft: 1, id: 'p', name: 'demo', parameters: {}, layout: {}, ...parts, nodes }, source);
}

interface Options {
  catalog?: Catalog;
  target?: Target;
  kernels?: Kernels;
}

/** What a rule finds, each as `severity node field`, with `-` for what is absent. */
export function found(rule: Rule, flow: Flow, options: Options = {}): string[] {
  return findings(rule, flow, options).map(
    ({ severity, node = '-', field = '-' }) => `${severity} ${node} ${field}`
  );
}

export function findings(
  rule: Rule,
  flow: Flow,
  { catalog = emptyCatalog, target = DEFAULT_TARGET, kernels }: Options = {}
) {
  return rule.check(contextOf(flow, catalog, target, kernels));
}
