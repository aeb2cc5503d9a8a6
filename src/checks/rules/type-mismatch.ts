import { constantType, type Flow, type FlowNode, type FlowPort } from '../../flow';
import { isParameterType, type PortType } from '../../pipeline';
import type { Finding, Rule } from '../rule';
import { titled } from '../words';

/** What feeds an input is of its type, as Kubeflow's SDK and driver compare them. */
export const typeMismatch: Rule = {
  id: 'type-mismatch',
  check: ({ flow }) =>
    [...flow.nodes.values()].flatMap(node => node.inputs.flatMap(port => finding(flow, node, port)))
};

function finding(flow: Flow, node: FlowNode, port: FlowPort): Finding[] {
  const source = sourceOf(flow, port);
  if (!source || fits(source, port.type)) {
    return [];
  }
  const bridgeable = isParameterType(source.type) === isParameterType(port.type);
  return [
    {
      severity: 'error',
      node: node.id,
      field: `inputs.${port.name}`,
      message: `${titled(node)} takes ${port.name} as ${said(port.type)}, but ${source.name} is ${said(source.type)}.`,
      fix: bridgeable
        ? 'Give both ends the same type.'
        : 'Make both ends a parameter or both an artifact; an importer brings an artifact in.'
    }
  ];
}

interface Source {
  name: string;
  type: PortType;
  constant: boolean;
}

function sourceOf({ nodes, pipeline }: Flow, { binding }: FlowPort): Source | undefined {
  if (!binding) {
    return undefined;
  }
  if ('value' in binding) {
    const shown = JSON.stringify(binding.value) ?? 'nothing';
    const name = `the constant ${shown.length > 40 ? `${shown.slice(0, 40)}…` : shown}`;
    return { name, type: constantType(binding.value), constant: true };
  }
  if ('parameter' in binding) {
    const parameter = Object.hasOwn(pipeline.parameters, binding.parameter)
      ? pipeline.parameters[binding.parameter]
      : undefined;
    return parameter && { name: `the parameter ${binding.parameter}`, type: parameter.type, constant: false };
  }
  const output = nodes.get(binding.node)?.outputs.find(({ name }) => name === binding.output);
  return (
    output && {
      name: `${output.name} of ${titled(nodes.get(binding.node)!)}`,
      type: output.type,
      constant: false
    }
  );
}

/** Whole numbers are numbers, and the driver turns any parameter into text for a string. */
function fits(source: Source, type: PortType): boolean {
  if (source.type === type || (source.type === 'integer' && type === 'number')) {
    return true;
  }
  if (isParameterType(source.type) || isParameterType(type)) {
    return type === 'string' && isParameterType(source.type) && !source.constant;
  }
  return source.type === 'Artifact' || type === 'Artifact';
}

function said(type: PortType): string {
  const article = /^[aeioAEIO]/.test(type) ? 'an' : 'a';
  return isParameterType(type)
    ? `${article} ${type}`
    : `${article} ${type} artifact`.replace('Artifact artifact', 'artifact');
}
