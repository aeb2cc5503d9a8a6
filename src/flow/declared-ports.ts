import {
  type Binding,
  bindingsOf,
  isComponent,
  isContainer,
  isGroup,
  isImporter,
  type Pipeline,
  type PipelineNode
} from '../pipeline';
import { askedBy } from './asked-types';
import type { FlowPort } from './flow';
import { IMPORTED, type PortTypes } from './port-types';

/** Entries in one order on every peer: that of their names. */
function byName<T>(ports: Record<string, T> = {}): [string, T][] {
  return Object.entries(ports).sort(([a], [b]) => (a < b ? -1 : 1));
}

const DECIDED = { derived: false, optional: false };

/** Inputs that a node declares: all but cells and notes may. */
export function declaredInputs(node: PipelineNode): FlowPort[] {
  if (!isContainer(node) && !isComponent(node) && !isGroup(node) && !isImporter(node)) {
    return [];
  }
  return byName(node.inputs).map(([name, { type, from, optional }]) => ({
    name,
    type,
    ...(from && { binding: from }),
    derived: false,
    optional: optional ?? false
  }));
}

/** Settings of a node that a binding feeds, whatever its kind; in the order of their names. */
export function settingPorts(id: string, node: PipelineNode, types: PortTypes): FlowPort[] {
  return bindingsOf(node)
    .filter(({ field: [first] }) => first !== 'inputs' && first !== 'outputs')
    .map(placed => ({
      name: placed.field.join('.'),
      type: settingType(askedBy(node, placed), types.binding(placed.binding, id)),
      binding: placed.binding,
      field: placed.field,
      ...DECIDED
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a setting takes: many artifacts are as good to a loop as a list, and a side of a condition is what it is. */
function settingType(asked: string | undefined, given: string): string {
  return asked === undefined || (asked === 'list' && given.endsWith('[]')) ? given : asked;
}

/** Outputs that a node declares. */
export function declaredOutputs(node: PipelineNode): FlowPort[] {
  if (isImporter(node)) {
    return [{ name: IMPORTED, type: node.type, ...DECIDED }];
  }
  if (isGroup(node)) {
    return givenOutputs(node.outputs);
  }
  return isContainer(node) || isComponent(node)
    ? byName(node.outputs).map(([name, { type }]) => ({ name, type, ...DECIDED }))
    : [];
}

/** Outputs that something inside gives: those of groups and of the whole pipeline. */
export function givenOutputs(outputs: Pipeline['outputs']): FlowPort[] {
  const list = (from: Binding | Binding[]) => (Array.isArray(from) ? from : [from]);
  return byName(outputs).map(([name, { type, from }]) => ({ name, type, sources: list(from), ...DECIDED }));
}
