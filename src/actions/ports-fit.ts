import type { FlowNode, FlowPort } from '../flow';
import { isCode, isParameterType } from '../pipeline';

/**
 * Whether a value of an output may feed an input. Parameters need the same type; an artifact fits its own type and
 * the plain `Artifact` (kfp: type compatibility of artifacts). Cells give and take what the other side asks for,
 * unless a type was declared; in the place of a literal stands a parameter alone. A loop takes lists, a condition compares any parameter.
 */
export function portsFit(from: FlowNode, output: FlowPort, to: FlowNode, input: FlowPort): boolean {
  if (undeclared(from, output, 'outputs')) {
    return true;
  }
  if (undeclared(to, input, 'inputs')) {
    return isParameterType(output.type) || !to.literals.some(({ name }) => name === input.name);
  }
  if (input.field?.[0] === 'items') {
    return output.type === 'list' || output.type.endsWith('[]');
  }
  if (input.field?.[0] === 'when') {
    return isParameterType(output.type);
  }
  return typesFit(output.type, input.type);
}

function typesFit(output: string, input: string): boolean {
  if (output === input) {
    return true;
  }
  const many = output.endsWith('[]');
  if (many || input.endsWith('[]')) {
    return many && input.endsWith('[]') && typesFit(output.slice(0, -2), input.slice(0, -2));
  }
  const generic = output === 'Artifact' || input === 'Artifact';
  return generic && !isParameterType(output) && !isParameterType(input);
}

function undeclared(flowNode: FlowNode, port: FlowPort, side: 'inputs' | 'outputs'): boolean {
  const { node } = flowNode;
  return isCode(node) && node[side]?.[port.name]?.type === undefined;
}
