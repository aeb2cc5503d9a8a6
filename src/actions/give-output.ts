import type { Flow, FlowPort } from '../flow';
import { ancestors, type Binding, isChoice, isGroup, type PortType } from '../pipeline';
import type { Give } from './connection';

type Source = Extract<Binding, { output: string }>;

/** The branch of a choice that holds the node which gives a value. */
function branchOf(flow: Flow, choice: string, { node }: Source): string | undefined {
  const around = [node, ...ancestors(flow.pipeline.nodes, node)];
  return around[around.indexOf(choice) - 1];
}

/** Sources of an output of a group with one more: a choice has one for each branch, other groups have one. */
function withSource(flow: Flow, group: string, before: readonly Binding[], source: Source): Binding[] {
  const node = flow.nodes.get(group)?.node;
  if (!node || !isChoice(node)) {
    return [source];
  }
  const branch = branchOf(flow, group, source);
  const others = before.filter(other => !('output' in other) || branchOf(flow, group, other) !== branch);
  return [...others, source];
}

/** What it takes to give a value as this output of a group around it. */
export function giveAs(flow: Flow, group: string, output: string, type: PortType, source: Source): Give {
  const before = flow.nodes.get(group)?.outputs.find(port => port.name === output)?.sources ?? [];
  return { group, output, type, sources: withSource(flow, group, before, source) };
}

/**
 * The output of a choice through which a value can be read outside: one that has it already, one of the same name and
 * type that lacks a source in this branch, or a new one.
 * @param wanted an output of the choice that the reader reads already: it is the one to complete
 */
export function oneOf(flow: Flow, choice: string, type: PortType, source: Source, wanted?: string): Give {
  const flowNode = flow.nodes.get(choice);
  const outputs = flowNode?.outputs ?? [];
  const branch = branchOf(flow, choice, source);
  const isSource = (other: Binding) =>
    'output' in other && other.node === source.node && other.output === source.output;
  const lacks = ({ sources = [] }: FlowPort) =>
    sources.every(other => !('output' in other) || branchOf(flow, choice, other) !== branch);
  const fitting = outputs.filter(port => port.type === type);
  const found =
    fitting.find(port => port.name === wanted) ??
    fitting.find(({ sources = [] }) => sources.some(isSource)) ??
    fitting.find(port => port.name === source.output && lacks(port));
  return giveAs(flow, choice, found?.name ?? freeName(outputs, source.output), type, source);
}

/** A name like this one that no output has. */
export function freeName(outputs: readonly FlowPort[], name: string): string {
  const taken = new Set(outputs.map(port => port.name));
  let free = name;
  for (let i = 2; taken.has(free); i++) {
    free = `${name}-${i}`;
  }
  return free;
}

/** Whether values of nodes inside can be given to the outside by name: choices and sub-pipelines. */
export function mayGive(flow: Flow, group: string): boolean {
  const node = flow.nodes.get(group)?.node;
  return node !== undefined && isGroup(node) && (isChoice(node) || node.kind === 'pipeline');
}
