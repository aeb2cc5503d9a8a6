import { type Static, Type } from 'typebox';
import { CellInput, InputPort, OutputPort } from './ports';

/** The version of the file that this code writes. */
export const VERSION = 1;

/** Any key at all: the default pattern leaves out keys that hold a line break. */
export const Key = Type.String({ pattern: '^' });
const Quantity = Type.String({ description: 'a Kubernetes quantity, such as 500m, 2 or 16Gi' });
const Duration = Type.String({ description: 'a duration, such as 90s, 15m or 2h30m' });

/** CPU, memory and accelerators of one step; requests equal limits unless given. */
export const Resources = Type.Object({
  cpu: Type.Optional(Quantity),
  cpuRequest: Type.Optional(Quantity),
  memory: Type.Optional(Quantity),
  memoryRequest: Type.Optional(Quantity),
  accelerators: Type.Optional(Type.Integer({ minimum: 0 })),
  sharedMemory: Type.Optional(Quantity)
});
export type Resources = Static<typeof Resources>;

/** How often and how soon a failed step is tried again. */
export const Retry = Type.Object({
  max: Type.Integer({ minimum: 0 }),
  backoff: Type.Optional(Duration),
  factor: Type.Optional(Type.Number({ minimum: 1 })),
  maxBackoff: Type.Optional(Duration)
});
export type Retry = Static<typeof Retry>;

const nodeFields = {
  title: Type.Optional(Type.String()),
  group: Type.Optional(Type.String({ description: 'id of the group node that holds this one' }))
};

/** Settings that every step has, whatever runs inside it. */
export const stepFields = {
  after: Type.Optional(Type.Array(Type.String(), { description: 'ids of nodes that must end before' })),
  pool: Type.Optional(Type.String({ description: 'id of a pool in the catalog' })),
  resources: Type.Optional(Resources),
  retry: Type.Optional(Retry),
  cache: Type.Optional(Type.Boolean()),
  timeout: Type.Optional(Duration),
  env: Type.Optional(Type.Record(Key, Type.String()))
};

/** One cell of a notebook: its id, and the hash of the source that was drawn. */
export const CellRef = Type.Object({ id: Type.String(), hash: Type.String() });
export type CellRef = Static<typeof CellRef>;

/** One or more cells of one notebook, run as one step. */
export const CellsNode = Type.Object(
  {
    kind: Type.Literal('cells'),
    ...nodeFields,
    ...stepFields,
    notebook: Type.String({ description: "path of the notebook, relative to the pipeline's folder" }),
    cells: Type.Array(CellRef),
    image: Type.Optional(Type.String()),
    inputs: Type.Optional(Type.Record(Key, CellInput)),
    outputs: Type.Optional(Type.Record(Key, OutputPort))
  },
  { description: 'One or more cells of one notebook, run as one step.' }
);
export type CellsNode = Static<typeof CellsNode>;

/** One element of a command line: text, or the place of an input or output. */
export const Argument = Type.Union([
  Type.String(),
  Type.Object({ input: Type.String(), as: Type.Optional(Type.Enum(['value', 'path', 'uri'])) }),
  Type.Object({ output: Type.String(), as: Type.Optional(Type.Enum(['path', 'uri'])) })
]);
export type Argument = Static<typeof Argument>;

/** An image and what to run in it. */
export const ContainerNode = Type.Object(
  {
    kind: Type.Literal('container'),
    ...nodeFields,
    ...stepFields,
    image: Type.String(),
    command: Type.Optional(Type.Array(Argument)),
    args: Type.Optional(Type.Array(Argument)),
    inputs: Type.Optional(Type.Record(Key, InputPort)),
    outputs: Type.Optional(Type.Record(Key, OutputPort))
  },
  { description: 'An image and what to run in it.' }
);
export type ContainerNode = Static<typeof ContainerNode>;

/** Brings an artifact in by URI; its one output is `artifact`. */
export const ImporterNode = Type.Object(
  {
    kind: Type.Literal('importer'),
    ...nodeFields,
    after: stepFields.after,
    uri: Type.Union([Type.String(), Type.Object({ parameter: Type.String() })]),
    type: Type.String(),
    reimport: Type.Optional(Type.Boolean()),
    metadata: Type.Optional(Type.Record(Key, Type.Unknown()))
  },
  { description: 'Brings an artifact in by URI; its one output is `artifact`.' }
);
export type ImporterNode = Static<typeof ImporterNode>;

/** Markdown text on the canvas. */
export const NoteNode = Type.Object(
  {
    kind: Type.Literal('note'),
    ...nodeFields,
    text: Type.String(),
    size: Type.Optional(Type.Tuple([Type.Number(), Type.Number()]))
  },
  { description: 'Markdown text on the canvas.' }
);
export type NoteNode = Static<typeof NoteNode>;

/** A node of a kind that this version does not know: kept, drawn as opaque, never compiled in silence. */
export type OpaqueNode = { kind: string; title?: string; group?: string } & Record<string, unknown>;

/** The kinds this version knows, each with its schema. */
export const NODE_KINDS = {
  cells: CellsNode,
  container: ContainerNode,
  importer: ImporterNode,
  note: NoteNode
} as const;
export type NodeKind = keyof typeof NODE_KINDS;
export type StepNode = CellsNode | ContainerNode;
export type KnownNode = CellsNode | ContainerNode | ImporterNode | NoteNode;
export type PipelineNode = KnownNode | OpaqueNode;

export const isCells = (node: PipelineNode): node is CellsNode => node.kind === 'cells';
export const isContainer = (node: PipelineNode): node is ContainerNode => node.kind === 'container';
export const isImporter = (node: PipelineNode): node is ImporterNode => node.kind === 'importer';
export const isNote = (node: PipelineNode): node is NoteNode => node.kind === 'note';
/** True for nodes that run as a pod: everything with pool, resources, retry and the like. */
export const isStep = (node: PipelineNode): node is StepNode => isCells(node) || isContainer(node);
export const isKnown = (node: PipelineNode): node is KnownNode => Object.hasOwn(NODE_KINDS, node.kind);

/** A parameter of the whole pipeline, set when a run starts. */
export const Parameter = Type.Object({
  type: Type.Enum(['string', 'integer', 'number', 'boolean', 'list', 'object']),
  default: Type.Optional(Type.Unknown()),
  description: Type.Optional(Type.String())
});
export type Parameter = Static<typeof Parameter>;

/** Top left corner of a node on the canvas, in flow units. */
export const Position = Type.Tuple([Type.Number(), Type.Number()]);
export type Position = Static<typeof Position>;

/** The file `*.weft`, apart from what newer versions may add. */
export const PipelineFile = Type.Object({
  weft: Type.Integer({ minimum: 1, description: 'version of this file format' }),
  id: Type.String({
    pattern: '^[0-9A-Za-z]{1,64}$',
    description: 'id of the document: letters and digits, made once'
  }),
  name: Type.String({ description: 'name of the pipeline: lower-case letters, digits and hyphens' }),
  description: Type.Optional(Type.String()),
  parameters: Type.Optional(Type.Record(Key, Parameter, { description: 'set when a run starts, by name' })),
  nodes: Type.Record(Key, Type.Object({ kind: Type.String() }), { description: 'by node id' }),
  layout: Type.Optional(Type.Record(Key, Position, { description: 'places on the canvas, by node id' }))
});

/** A pipeline as everything in the house reads it: always complete, unknown keys kept. */
export interface Pipeline {
  weft: number;
  id: string;
  name: string;
  description?: string;
  parameters: Record<string, Parameter>;
  nodes: Record<string, PipelineNode>;
  layout: Record<string, Position>;
  [unknown: string]: unknown;
}
