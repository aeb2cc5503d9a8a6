import { type Static, Type } from 'typebox';
import { count } from './count';
import { Key, nodeFields, repeatFields, taskFields } from './node-fields';
import { Binding, GroupOutput, InputPort } from './ports';

/**
 * What every group has. Nodes inside may be fed from outside and the other way round without ports: the compiler
 * passes values across the border. Ports are for what is named: the interface of a sub-pipeline, one-of outputs.
 */
const groupFields = {
  ...nodeFields,
  ...taskFields,
  inputs: Type.Optional(Type.Record(Key, InputPort)),
  outputs: Type.Optional(Type.Record(Key, GroupOutput))
};

/** Runs what is inside once for each item of a list. */
export const LoopNode = Type.Object(
  {
    kind: Type.Literal('loop'),
    ...groupFields,
    items: Type.Optional(Binding),
    parallelism: Type.Optional(
      count({ description: 'how many iterations may run at once; 0 or absent: all' })
    )
  },
  { description: 'Runs what is inside once for each item of a list.' }
);
export type LoopNode = Static<typeof LoopNode>;

export const COMPARISONS = ['==', '!=', '<', '<=', '>', '>='] as const;

/** What must hold for a branch to run: a comparison, or a CEL expression over the inputs of the branch. */
export const Condition = Type.Union([
  Type.Object({ left: Binding, is: Type.Enum(COMPARISONS), right: Binding }),
  Type.Object({ cel: Type.String() })
]);
export type Condition = Static<typeof Condition>;

/**
 * Runs what is inside when its condition holds. In a choice, branches are tried by `rank`, then id, and the first
 * whose condition holds runs; one without a condition is the else and comes last. Outside, it is a lone if.
 */
export const BranchNode = Type.Object(
  {
    kind: Type.Literal('branch'),
    ...groupFields,
    when: Type.Optional(Condition),
    rank: Type.Optional(Type.Number())
  },
  { description: 'Runs what is inside when its condition holds: an if, else-if or else.' }
);
export type BranchNode = Static<typeof BranchNode>;

/** Holds branches, of which at most one runs. */
export const ChoiceNode = Type.Object(
  { kind: Type.Literal('choice'), ...groupFields },
  { description: 'Holds branches, of which at most one runs.' }
);
export type ChoiceNode = Static<typeof ChoiceNode>;

/** What is inside ends before the exit steps: nodes after it that ignore the failure of what is before them. */
export const ExitHandlerNode = Type.Object(
  { kind: Type.Literal('exit-handler'), ...groupFields },
  { description: 'Exit steps run after what is inside, however it ends.' }
);
export type ExitHandlerNode = Static<typeof ExitHandlerNode>;

/** A pipeline inside the pipeline: drawn inside, or a file of its own. */
export const SubPipelineNode = Type.Object(
  {
    kind: Type.Literal('pipeline'),
    ...groupFields,
    ...repeatFields,
    file: Type.Optional(
      Type.String({ description: "path of a pipeline file, relative to the pipeline's folder" })
    )
  },
  { description: 'A pipeline inside the pipeline: drawn inside, or a file of its own.' }
);
export type SubPipelineNode = Static<typeof SubPipelineNode>;

export type GroupNode = LoopNode | BranchNode | ChoiceNode | ExitHandlerNode | SubPipelineNode;
