import type { Flow, FlowNode } from '../flow';
import {
  type CellsNode,
  type ContainerNode,
  type ImporterNode,
  isCells,
  isContainer,
  isImporter,
  isStep,
  type PipelineNode,
  type StepNode
} from '../pipeline';

/** A node of a flow that is known to be of some kind. */
export type FlowNodeOf<Node extends PipelineNode> = FlowNode & { node: Node };

function ofKind<Node extends PipelineNode>(is: (node: PipelineNode) => node is Node) {
  return (flow: Flow): FlowNodeOf<Node>[] =>
    [...flow.nodes.values()].filter((each): each is FlowNodeOf<Node> => is(each.node));
}

export const cellsNodes = ofKind<CellsNode>(isCells);
export const containers = ofKind<ContainerNode>(isContainer);
export const importers = ofKind<ImporterNode>(isImporter);
/** Nodes that run as a pod. */
export const steps = ofKind<StepNode>(isStep);
