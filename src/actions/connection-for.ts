import type { Flow, FlowNode, FlowPort } from '../flow';
import { type Binding, isCells, isContainer, isImporter } from '../pipeline';
import type { Translation } from './action';
import { leadsTo } from './leads-to';
import { plainText } from './plain-text';
import { portsFit } from './ports-fit';

/** Where a connection starts: a node, or one output of it. */
export interface ConnectionStart {
  node: string;
  output?: string;
}

/** Where it ends: a node, or one input of it. */
export interface ConnectionEnd {
  node: string;
  input?: string;
}

/** What connecting two ends would do. */
export type Connection =
  | { bind: { node: string; input: string; binding: Extract<Binding, { output: string }> } }
  | { order: { before: string; after: string } }
  /** Several outputs would do; the user has to name one. */
  | { choose: { node: string; input: string; outputs: string[] } }
  | { refused: string };

/**
 * What a wire from one end to the other means. An end that names no port stands for the whole node: the first free
 * input that fits is bound, and where none fits the nodes are put in order. A wire that cannot be says why.
 */
export function connectionFor(
  flow: Flow,
  from: ConnectionStart,
  to: ConnectionEnd,
  trans: Translation = plainText
): Connection {
  const source = flow.nodes.get(from.node);
  const target = flow.nodes.get(to.node);
  if (!source || !target) {
    return { refused: trans.__('This node is no longer in the pipeline.') };
  }
  if (source.id === target.id) {
    return { refused: trans.__('A node cannot feed itself.') };
  }
  const mute = [source, target].find(each => !isTask(each));
  if (mute) {
    return { refused: trans.__('"%1" does not run, so nothing can be connected to it.', mute.title) };
  }
  if (leadsTo(flow.edges, target.id, source.id)) {
    return {
      refused: trans.__('This would make a cycle: "%1" already runs after "%2".', source.title, target.title)
    };
  }
  const outputs = outputsOf(source, from.output);
  return to.input === undefined
    ? toNode(flow, source, from, target, outputs, trans)
    : toInput(source, from, target, to.input, outputs, trans);
}

const isTask = ({ node }: FlowNode) => isCells(node) || isContainer(node) || isImporter(node);

/** Outputs that a wire may start at; a name that the cells leave behind counts as an output. */
function outputsOf(source: FlowNode, name: string | undefined): FlowPort[] {
  const drawn = new Set(source.outputs.map(port => port.name));
  const offered = source.offers
    .filter(offer => !drawn.has(offer))
    .map(offer => ({ name: offer, type: 'Artifact', derived: true, optional: false }));
  const all = [...source.outputs, ...offered];
  return name === undefined ? all : all.filter(port => port.name === name);
}

function toInput(
  source: FlowNode,
  from: ConnectionStart,
  target: FlowNode,
  name: string,
  outputs: FlowPort[],
  trans: Translation
): Connection {
  const input = target.inputs.find(port => port.name === name);
  if (!input || isImporter(target.node)) {
    return { refused: trans.__('"%1" takes no value from another node.', target.title) };
  }
  const fitting = outputs.filter(output => portsFit(source, output, target, input));
  const wanted = from.output === undefined ? fitting.filter(output => output.name === name) : fitting;
  const chosen = wanted[0] ?? (fitting.length === 1 ? fitting[0] : undefined);
  if (chosen) {
    const bound = input.binding;
    if (bound && 'output' in bound && bound.node === source.id && bound.output === chosen.name) {
      return { refused: trans.__('"%1" is already fed by "%2".', name, source.title) };
    }
    return bind(source, chosen, target, input);
  }
  if (fitting.length > 1) {
    return { choose: { node: target.id, input: name, outputs: fitting.map(output => output.name) } };
  }
  return {
    refused:
      from.output !== undefined && outputs.length > 0
        ? trans.__('"%1" expects %2, but "%3" is %4.', name, input.type, outputs[0].name, outputs[0].type)
        : trans.__('"%1" has no output that fits "%2", which expects %3.', source.title, name, input.type)
  };
}

function toNode(
  flow: Flow,
  source: FlowNode,
  from: ConnectionStart,
  target: FlowNode,
  outputs: FlowPort[],
  trans: Translation
): Connection {
  const free = isImporter(target.node) ? [] : target.inputs.filter(input => !input.binding);
  const pairs = free.flatMap(input =>
    outputs
      .filter(output => portsFit(source, output, target, input))
      .map(output => ({ input, output, sameName: output.name === input.name }))
  );
  const named = from.output !== undefined || !isCells(source.node);
  const best = pairs.find(pair => pair.sameName) ?? (named || free.length === 0 ? pairs[0] : undefined);
  if (best) {
    return bind(source, best.output, target, best.input);
  }
  const wanting = free.find(input => pairs.filter(pair => pair.input === input).length > 0);
  if (wanting && isContainer(target.node)) {
    return toInput(source, from, target, wanting.name, outputs, trans);
  }
  const ordered = flow.edges.some(
    edge => edge.source === source.id && edge.target === target.id && edge.kind === 'order'
  );
  return ordered
    ? { refused: trans.__('"%1" already runs after "%2".', target.title, source.title) }
    : { order: { before: source.id, after: target.id } };
}

function bind(source: FlowNode, output: FlowPort, target: FlowNode, input: FlowPort): Connection {
  return {
    bind: { node: target.id, input: input.name, binding: { node: source.id, output: output.name } }
  };
}
