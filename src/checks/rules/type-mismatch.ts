import type { Flow, FlowNode, FlowPort } from '../../flow';
import { isParameterType, type PortType } from '../../pipeline';
import { type Given, given } from '../given';
import type { Finding, Rule } from '../rule';
import { titled } from '../words';

/** Settings with rules of their own: loop-items, branch-condition and importer-uri. */
const OWN_RULES = ['items', 'when', 'uri'];

export const typeMismatch: Rule = {
  id: 'type-mismatch',
  about: "What feeds an input is of its type, as Kubeflow's SDK and driver compare them.",
  check: ({ flow }) =>
    [...flow.nodes.values()].flatMap(node =>
      node.inputs
        .filter(({ field }) => !field || !OWN_RULES.includes(field[0]))
        .flatMap(port => finding(flow, node, port))
    )
};

function finding(flow: Flow, node: FlowNode, port: FlowPort): Finding[] {
  const source = port.binding && given(flow, node.id, port.binding);
  if (!source?.type || fits(source, source.type, port.type) || isJson(port, source.type)) {
    return [];
  }
  const bridgeable = isParameterType(source.type) === isParameterType(port.type);
  return [
    {
      severity: 'error',
      node: node.id,
      field: port.field ? port.name : `inputs.${port.name}`,
      message: `${titled(node)} takes ${port.name} as ${said(port.type)}, but ${source.name} is ${said(source.type)}.`,
      fix: fixFor(source.type, port.type, bridgeable)
    }
  ];
}

/** Whole numbers are numbers, an end is an object, and the driver turns any parameter into text for a string. */
function fits(source: Given, given: PortType, type: PortType): boolean {
  if (
    given === type ||
    (given === 'integer' && type === 'number') ||
    (given === 'taskStatus' && type === 'object')
  ) {
    return true;
  }
  if (isParameterType(given) || isParameterType(type)) {
    return type === 'string' && isParameterType(given) && !source.constant;
  }
  return given.endsWith('[]') === type.endsWith('[]') && (isAnything(given) || isAnything(type));
}

/** The server reads these settings as JSON, of one or of many, as text or not. */
const JSON_SETTINGS = ['nodeSelector', 'tolerations', 'nodeAffinity'];
const isJson = ({ field }: FlowPort, given: PortType) =>
  JSON_SETTINGS.includes(field?.[1] ?? '') && ['object', 'list', 'string'].includes(given);

const isAnything = (type: PortType) => type.replace(/\[\]$/, '') === 'Artifact';

function fixFor(given: PortType, type: PortType, bridgeable: boolean): string {
  if (given.endsWith('[]') && !type.endsWith('[]')) {
    return `Give the input the type ${given}, or read it inside the loop.`;
  }
  return bridgeable
    ? 'Give both ends the same type.'
    : 'Make both ends a parameter or both an artifact; an importer brings an artifact in.';
}

function said(type: PortType): string {
  if (type.endsWith('[]')) {
    return `a list of ${type.slice(0, -2)} artifacts`.replace('Artifact artifacts', 'artifacts');
  }
  const article = /^[aeioAEIO]/.test(type) ? 'an' : 'a';
  return isParameterType(type)
    ? `${article} ${type}`
    : `${article} ${type} artifact`.replace('Artifact artifact', 'artifact');
}
