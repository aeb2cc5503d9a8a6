import {
  type Binding,
  isCells,
  isSubPipeline,
  mapOutputs,
  mapReferences,
  namedNode,
  atNode,
  type Pipeline,
  type PipelineNode,
  type Reference,
  type ReferenceTarget,
  type Repair,
  sanitise,
  type SubPipelineNode
} from '../pipeline';
import type { NotebookFault, NotebookSource } from './flow';
import { besideFile } from './beside-file';

/** More nodes than anyone draws: files that include each other twice over and over grow without end. */
const MOST_NODES = 50_000;

/** The nodes of a pipeline and of all the files in it. */
export interface Expanded {
  nodes: Record<string, PipelineNode>;
  /** By the id of a node in a file: the id of the sub-pipeline that is the file. */
  fileOf: ReadonlyMap<string, string>;
  /** What was left out of the files. */
  repairs: Repair[];
  /** Files that could not be read, by path. */
  faults: Map<string, NotebookFault>;
}

/**
 * The nodes of a pipeline with those of sub-pipelines that are files: each under `<id of the sub-pipeline>/<its id>`,
 * and in it as in a group. The sub-pipeline gets the file's parameters as inputs and its outputs; inside, a parameter is
 * read as that input. Paths in a file are relative to its folder.
 */
export function expandFiles(pipeline: Pipeline, source: NotebookSource): Expanded {
  const nodes = { ...pipeline.nodes };
  const fileOf = new Map<string, string>();
  const repairs: Repair[] = [];
  const faults = new Map<string, NotebookFault>();
  let size = Object.keys(nodes).length;
  const open = filesIn(nodes).map(id => ({ id, around: [] as readonly string[] }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { id, around } = next;
    const node = nodes[id] as SubPipelineNode & { file: string };
    const read = readFile(node.file, around, source);
    const count = 'message' in read ? 0 : Object.keys(read.pipeline.nodes).length;
    size += count;
    if ('message' in read || size > MOST_NODES) {
      const message = `With "${node.file}", the pipeline has more than ${MOST_NODES} nodes.`;
      faults.set(node.file, 'message' in read ? read : { message });
      size -= count;
      continue;
    }
    const inner = placeIn(id, node, read.pipeline);
    Object.assign(nodes, inner);
    Object.keys(inner).forEach(key => key !== id && fileOf.set(key, id));
    repairs.push(
      ...read.repairs.map(repair => ({ ...repair, node: repair.node ? `${id}/${repair.node}` : id }))
    );
    open.push(
      ...filesIn(inner).flatMap(key => (key === id ? [] : [{ id: key, around: [...around, node.file] }]))
    );
  }
  return { nodes, fileOf, repairs, faults };
}

function filesIn(nodes: Record<string, PipelineNode>): string[] {
  const isFile = (node: PipelineNode) => isSubPipeline(node) && node.file !== undefined;
  return Object.keys(nodes).filter(id => isFile(nodes[id]));
}

function readFile(path: string, around: readonly string[], source: NotebookSource) {
  if (around.includes(path)) {
    return { message: `"${path}" is inside itself: a pipeline cannot hold the file it is in.` };
  }
  const found = source.pipeline?.(path) ?? {
    message: `Pipeline files such as "${path}" cannot be read here.`
  };
  return isPipeline(found) ? sanitise(found) : found;
}

const isPipeline = (found: Pipeline | NotebookFault): found is Pipeline => 'nodes' in found;

/** The nodes of a file as they stand in the pipeline around, with the sub-pipeline that holds them. */
function placeIn(id: string, holder: SubPipelineNode & { file: string }, file: Pipeline): Pipeline['nodes'] {
  const place = ({ to }: Reference): ReferenceTarget | Binding =>
    'parameter' in to ? { node: id, input: to.parameter } : atNode(to, `${id}/${namedNode(to)}`);
  const parameters = Object.entries(file.parameters).map(([name, parameter]) => {
    const from = holder.inputs?.[name]?.from;
    return [name, { ...parameter, ...(from && { from }) }] as const;
  });
  const result: Pipeline['nodes'] = {
    [id]: {
      ...holder,
      inputs: { ...holder.inputs, ...Object.fromEntries(parameters) },
      outputs: mapOutputs(file.outputs, place) ?? {}
    }
  };
  for (const [key, node] of Object.entries(file.nodes)) {
    const placed: PipelineNode = { ...mapReferences(node, place), group: `${id}/${node.group}` };
    result[`${id}/${key}`] = withPaths(
      node.group === undefined ? { ...placed, group: id } : placed,
      holder.file
    );
  }
  return result;
}

function withPaths(node: PipelineNode, file: string): PipelineNode {
  if (isCells(node)) {
    return { ...node, notebook: besideFile(file, node.notebook) };
  }
  return isSubPipeline(node) && node.file !== undefined
    ? { ...node, file: besideFile(file, node.file) }
    : node;
}
