import type { Flow, FlowNode } from '../flow';
import {
  type BranchNode,
  type CellsNode,
  type CodeNode,
  type ComponentNode,
  type ContainerNode,
  type GroupNode,
  type ImporterNode,
  isBranch,
  isCells,
  isCode,
  isComponent,
  isContainer,
  isGroup,
  isImporter,
  isLoop,
  isStep,
  isTask,
  type LoopNode,
  type PipelineNode,
  type StepNode,
  type TaskNode
} from '../pipeline';

/** A node of a flow that is known to be of some kind. */
export type FlowNodeOf<Node extends PipelineNode> = FlowNode & { node: Node };

function ofKind<Node extends PipelineNode>(is: (node: PipelineNode) => node is Node) {
  return (flow: Flow): FlowNodeOf<Node>[] =>
    [...flow.nodes.values()].filter((each): each is FlowNodeOf<Node> => is(each.node));
}

export const cellsNodes = ofKind<CellsNode>(isCells);
/** Nodes that run cells of a notebook. */
export const codeNodes = ofKind<CodeNode>(isCode);
export const components = ofKind<ComponentNode>(isComponent);
export const containers = ofKind<ContainerNode>(isContainer);
export const importers = ofKind<ImporterNode>(isImporter);
/** Nodes that run as a pod. */
export const steps = ofKind<StepNode>(isStep);
export const groups = ofKind<GroupNode>(isGroup);
export const loops = ofKind<LoopNode>(isLoop);
export const branches = ofKind<BranchNode>(isBranch);
/** Nodes of known kinds that become a task. */
export const tasks = ofKind<TaskNode>(isTask);
