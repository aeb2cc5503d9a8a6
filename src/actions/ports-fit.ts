import type { FlowNode, FlowPort } from '../flow';
import { isCells, isParameterType } from '../pipeline';

/**
 * Whether a value of an output may feed an input. Parameters need the same type; an artifact fits its own type and
 * the plain `Artifact` (kfp: type compatibility of artifacts). Cells give and take what the other side asks for,
 * unless a type was declared.
 */
export function portsFit(from: FlowNode, output: FlowPort, to: FlowNode, input: FlowPort): boolean {
  if (undeclared(from, output, 'outputs') || undeclared(to, input, 'inputs')) {
    return true;
  }
  if (output.type === input.type) {
    return true;
  }
  const generic = output.type === 'Artifact' || input.type === 'Artifact';
  return generic && !isParameterType(output.type) && !isParameterType(input.type);
}

function undeclared(flowNode: FlowNode, port: FlowPort, side: 'inputs' | 'outputs'): boolean {
  const { node } = flowNode;
  return isCells(node) && node[side]?.[port.name]?.type === undefined;
}
