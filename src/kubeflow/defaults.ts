import type { FlowPort } from '../flow';
import {
  type Argument,
  type ContainerNode,
  isContainer,
  isSubPipeline,
  type PipelineNode
} from '../pipeline';
import type { ParameterSource } from './spec';

/**
 * The default of an input that nothing feeds, where a server needs it said: it fills in none by itself, and an input
 * of a sub-pipeline (kubeflow/pipelines 11957) or one named in a command line then stays open (driver/util.go).
 * Python components know their defaults, and read their inputs as a whole. What is said to be optional is left out.
 */
export function unboundDefault({ name }: FlowPort, node: PipelineNode): ParameterSource | undefined {
  if (!isSubPipeline(node) && !isContainer(node)) {
    return undefined;
  }
  const { inputs = {} } = node;
  const { default: value, optional = false } = Object.hasOwn(inputs, name) ? inputs[name] : {};
  if (value === undefined || value === null || optional) {
    return undefined;
  }
  return isSubPipeline(node) || isNamed(name, node) ? { runtimeValue: { constant: value } } : undefined;
}

/** True when the command line holds the place of an input, and not only if the input is given. */
function isNamed(name: string, { command = [], args = [] }: ContainerNode): boolean {
  const place = `$.inputs.parameters['${name}']`;
  const isPlace = (piece: Argument) =>
    typeof piece === 'string' ? piece.includes(place) : 'input' in piece && piece.input === name;
  return [...command, ...args].some(piece =>
    typeof piece === 'object' && 'concat' in piece ? piece.concat.some(isPlace) : isPlace(piece)
  );
}
