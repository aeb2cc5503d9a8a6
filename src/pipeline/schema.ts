import { type Static, Type } from 'typebox';
import { Argument } from './arguments';
import { Comments } from './comments/comments';
import { BranchNode, ChoiceNode, ExitHandlerNode, type GroupNode, LoopNode, SubPipelineNode } from './groups';
import { Kept } from './kept';
import { PipelineConfig } from './kubernetes';
import { Key, nodeFields, repeatFields, stepFields, taskFields } from './node-fields';
import { Binding, CellInput, CellOutput, GroupOutput, InputPort, OutputPort, PortTypeSchema } from './ports';
import { Position } from './position';

export { Position };

/** The version of the file that this code writes. */
export const VERSION = 1;

/** One cell of a notebook: its id, and the hash of the source that was drawn. */
export const CellRef = Type.Object({ id: Type.String(), hash: Type.String() });
export type CellRef = Static<typeof CellRef>;

/** What every node has that runs cells of a notebook. */
const codeFields = {
  notebook: Type.String({ description: "path of the notebook, relative to the pipeline's folder" }),
  image: Type.Optional(Type.String()),
  packages: Type.Optional(
    Type.Array(Type.String(), { description: 'requirements that pip installs when the step starts' })
  ),
  inputs: Type.Optional(Type.Record(Key, CellInput)),
  outputs: Type.Optional(Type.Record(Key, CellOutput))
};

/** One or more cells of one notebook, run as one step. */
export const CellsNode = Type.Object(
  {
    kind: Type.Literal('cells'),
    ...nodeFields,
    ...stepFields,
    ...codeFields,
    cells: Type.Array(CellRef)
  },
  { description: 'One or more cells of one notebook, run as one step.' }
);
export type CellsNode = Static<typeof CellsNode>;

/**
 * A whole notebook, run as one step: all of its code cells but those tagged `skip`. Literals of cells tagged
 * `parameters` are its inputs (papermill's rule). It is linked with no `cells` nodes of its notebook.
 */
export const NotebookNode = Type.Object(
  { kind: Type.Literal('notebook'), ...nodeFields, ...stepFields, ...codeFields },
  { description: 'A whole notebook, run as one step.' }
);
export type NotebookNode = Static<typeof NotebookNode>;

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
    ...taskFields,
    uri: Type.Union([Type.String(), Binding]),
    type: Type.String(),
    inputs: Type.Optional(
      Type.Record(Key, InputPort, { description: 'texts that placeholders in the metadata read' })
    ),
    reimport: Type.Optional(Type.Boolean()),
    downloadToWorkspace: Type.Optional(Type.Boolean()),
    cache: stepFields.cache,
    metadata: Type.Optional(Type.Record(Key, Type.Unknown()))
  },
  { description: 'Brings an artifact in by URI; its one output is `artifact`.' }
);
export type ImporterNode = Static<typeof ImporterNode>;

/** A component whose executor is no container, kept as its spec. */
export const ComponentNode = Type.Object(
  {
    kind: Type.Literal('component'),
    ...nodeFields,
    ...taskFields,
    ...repeatFields,
    inputs: Type.Optional(Type.Record(Key, InputPort)),
    outputs: Type.Optional(Type.Record(Key, OutputPort)),
    executor: Type.Record(Key, Type.Unknown(), { description: 'ExecutorSpec in protobuf JSON' })
  },
  { description: 'A component whose executor is no container, kept as its spec.' }
);
export type ComponentNode = Static<typeof ComponentNode>;

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
  notebook: NotebookNode,
  container: ContainerNode,
  importer: ImporterNode,
  component: ComponentNode,
  note: NoteNode,
  loop: LoopNode,
  choice: ChoiceNode,
  branch: BranchNode,
  'exit-handler': ExitHandlerNode,
  pipeline: SubPipelineNode
} as const;
export type NodeKind = keyof typeof NODE_KINDS;
/** Nodes that run cells of a notebook: some, or all. */
export type CodeNode = CellsNode | NotebookNode;
export type StepNode = CodeNode | ContainerNode;
/** Nodes that become a task: all but notes. */
export type TaskNode = StepNode | ImporterNode | ComponentNode | GroupNode;
export type KnownNode = TaskNode | NoteNode;
export type PipelineNode = KnownNode | OpaqueNode;

export const isCells = (node: PipelineNode): node is CellsNode => node.kind === 'cells';
export const isNotebook = (node: PipelineNode): node is NotebookNode => node.kind === 'notebook';
/** True for nodes that run cells of a notebook. */
export const isCode = (node: PipelineNode): node is CodeNode => isCells(node) || isNotebook(node);
export const isContainer = (node: PipelineNode): node is ContainerNode => node.kind === 'container';
export const isImporter = (node: PipelineNode): node is ImporterNode => node.kind === 'importer';
export const isComponent = (node: PipelineNode): node is ComponentNode => node.kind === 'component';
export const isLoop = (node: PipelineNode): node is LoopNode => node.kind === 'loop';
export const isChoice = (node: PipelineNode): node is ChoiceNode => node.kind === 'choice';
export const isBranch = (node: PipelineNode): node is BranchNode => node.kind === 'branch';
export const isSubPipeline = (node: PipelineNode): node is SubPipelineNode => node.kind === 'pipeline';
/** True for nodes that may hold nodes. */
export const isGroup = (node: PipelineNode): node is GroupNode =>
  isLoop(node) || isChoice(node) || isBranch(node) || isSubPipeline(node) || node.kind === 'exit-handler';
export const isNote = (node: PipelineNode): node is NoteNode => node.kind === 'note';
/** True for nodes of known kinds that become a task. */
export const isTask = (node: PipelineNode): node is TaskNode => isKnown(node) && !isNote(node);
/** True for nodes that run as a pod: everything with pool, resources, retry and the like. */
export const isStep = (node: PipelineNode): node is StepNode => isCode(node) || isContainer(node);
export const isKnown = (node: PipelineNode): node is KnownNode => Object.hasOwn(NODE_KINDS, node.kind);

/** A parameter of the whole pipeline, set when a run starts; an artifact only when it runs inside another. */
export const Parameter = Type.Object({
  type: PortTypeSchema,
  optional: Type.Optional(Type.Boolean()),
  default: Type.Optional(Type.Unknown()),
  description: Type.Optional(Type.String())
});
export type Parameter = Static<typeof Parameter>;

/** What an imported spec says of itself and its nodes do not. */
export const Imported = Type.Object({
  sdkVersion: Type.Optional(Type.String()),
  comment: Type.Optional(Type.String({ description: 'the lines before the first document' })),
  kept: Type.Optional(Type.Array(Kept))
});
export type Imported = Static<typeof Imported>;

/** The file `*.weft`, apart from what newer versions may add. */
export const PipelineFile = Type.Object({
  weft: Type.Integer({ minimum: 1, description: 'version of this file format' }),
  id: Type.String({
    pattern: '^[0-9A-Za-z]{1,64}$',
    description: 'id of the document: letters and digits, made once'
  }),
  name: Type.String({ description: 'name of the pipeline: lower-case letters, digits and hyphens' }),
  description: Type.Optional(Type.String()),
  displayName: Type.Optional(Type.String()),
  parameters: Type.Optional(Type.Record(Key, Parameter, { description: 'set when a run starts, by name' })),
  outputs: Type.Optional(Type.Record(Key, GroupOutput, { description: 'what the pipeline gives, by name' })),
  pipelineRoot: Type.Optional(Type.String({ description: 'where runs keep their artifacts, as a URI' })),
  config: Type.Optional(PipelineConfig),
  imported: Type.Optional(Imported),
  nodes: Type.Record(Key, Type.Object({ kind: Type.String() }), { description: 'by node id' }),
  layout: Type.Optional(Type.Record(Key, Position, { description: 'places on the canvas, by node id' })),
  comments: Type.Optional(Comments)
});

/** A pipeline as everything in the house reads it: always complete, unknown keys kept. */
export interface Pipeline {
  weft: number;
  id: string;
  name: string;
  description?: string;
  displayName?: string;
  parameters: Record<string, Parameter>;
  outputs?: Record<string, GroupOutput>;
  pipelineRoot?: string;
  config?: PipelineConfig;
  imported?: Imported;
  nodes: Record<string, PipelineNode>;
  layout: Record<string, Position>;
  /** Absent while nobody said anything. */
  comments?: Comments;
  [unknown: string]: unknown;
}
