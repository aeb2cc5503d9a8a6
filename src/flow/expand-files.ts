import {
  type Binding,
  isCode,
  isSubPipeline,
  besideFile,
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
  type Sanitised,
  type SubPipelineNode
} from '../pipeline';
import type { NotebookFault, NotebookSource } from './flow';

/** More nodes than anyone draws: files that include each other twice over and over grow without end. */
const MOST_NODES = 50_000;

type FileNode = SubPipelineNode & { file: string };

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
  const read = fileReader(source);
  const open = filesIn(nodes).map(id => ({ id, around: [] as readonly string[] }));
  let size = Object.keys(nodes).length;
  for (let next = open.pop(); next; next = open.pop()) {
    const { id, around } = next;
    const node = nodes[id] as FileNode;
    const found = read(node.file, around);
    if ('message' in found) {
      faults.set(node.file, found);
      continue;
    }
    const inner = placeIn(id, node, found.pipeline);
    const ids = Object.keys(inner);
    const taken = ids.find(each => Object.hasOwn(nodes, each));
    if (taken !== undefined || size + ids.length > MOST_NODES) {
      faults.set(node.file, { message: refusal(node.file, taken) });
      continue;
    }
    size += ids.length;
    nodes[id] = withPorts(id, node, found.pipeline);
    Object.assign(nodes, inner);
    ids.forEach(each => fileOf.set(each, id));
    repairs.push(
      ...found.repairs.map(repair => ({ ...repair, node: repair.node ? `${id}/${repair.node}` : id }))
    );
    open.push(...filesIn(inner).map(each => ({ id: each, around: [...around, node.file] })));
  }
  return { nodes, fileOf, repairs, faults };
}

function filesIn(nodes: Record<string, PipelineNode>): string[] {
  const isFile = (node: PipelineNode) => isSubPipeline(node) && node.file !== undefined;
  return Object.keys(nodes)
    .filter(id => isFile(nodes[id]))
    .sort();
}

function refusal(file: string, taken: string | undefined): string {
  return taken === undefined
    ? `With "${file}", the pipeline has more than ${MOST_NODES} nodes.`
    : `"${file}" has a node whose id here, "${taken}", is that of another node.`;
}

/** Reads each file once. */
function fileReader(source: NotebookSource) {
  const known = new Map<string, Sanitised | NotebookFault>();
  const load = (path: string) => {
    const found = source.pipeline?.(path) ?? {
      message: `Pipeline files such as "${path}" cannot be read here.`
    };
    return isPipeline(found) ? sanitise(found) : found;
  };
  return (path: string, around: readonly string[]): Sanitised | NotebookFault => {
    if (around.includes(path)) {
      return { message: `"${path}" is inside itself: a pipeline cannot hold the file it is in.` };
    }
    const found = known.get(path) ?? load(path);
    known.set(path, found);
    return found;
  };
}

const isPipeline = (found: Pipeline | NotebookFault): found is Pipeline => 'nodes' in found;

/** References of a file as they stand in the pipeline around. */
const placed =
  (id: string) =>
  ({ to }: Reference): ReferenceTarget | Binding =>
    'parameter' in to ? { node: id, input: to.parameter } : atNode(to, `${id}/${namedNode(to)}`);

/** The sub-pipeline with the ports that its file gives it. */
function withPorts(id: string, holder: FileNode, file: Pipeline): PipelineNode {
  const parameters = Object.entries(file.parameters).map(([name, parameter]) => {
    const from = holder.inputs?.[name]?.from;
    return [name, { ...parameter, ...(from && { from }) }] as const;
  });
  return {
    ...holder,
    inputs: { ...holder.inputs, ...Object.fromEntries(parameters) },
    outputs: mapOutputs(file.outputs, placed(id)) ?? {}
  };
}

/** The nodes of a file as they stand in the pipeline around. */
function placeIn(id: string, { file: path }: FileNode, file: Pipeline): Pipeline['nodes'] {
  return Object.fromEntries(
    Object.entries(file.nodes).map(([key, node]) => {
      const group = node.group === undefined ? id : `${id}/${node.group}`;
      return [`${id}/${key}`, withPaths({ ...mapReferences(node, placed(id)), group }, path)];
    })
  );
}

function withPaths(node: PipelineNode, file: string): PipelineNode {
  if (isCode(node)) {
    return { ...node, notebook: besideFile(file, node.notebook) };
  }
  return isSubPipeline(node) && node.file !== undefined
    ? { ...node, file: besideFile(file, node.file) }
    : node;
}
