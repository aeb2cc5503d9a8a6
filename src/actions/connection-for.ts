import { collectedOver, collectedType, type Flow, type FlowNode, type FlowPort } from '../flow';
import { isCode, isTask, siblings } from '../pipeline';
import type { Translation } from './action';
import { connectionInside } from './connection-inside';
import type { Connection, ConnectionEnd, ConnectionStart } from './connection';
import { branchesLeft, branchRefusal } from './crossing';
import { oneOf } from './give-output';
import { leadsTo } from './leads-to';
import { plainText } from './plain-text';
import { portsFit } from './ports-fit';

/** The two ends of a wire with all that is known of them. */
interface Ends {
  flow: Flow;
  source: FlowNode;
  target: FlowNode;
  /** Outputs that the wire may start at, with the types that they have at the target. */
  outputs: FlowPort[];
  named: boolean;
  trans: Translation;
}

/**
 * What a wire from one end to the other means. An end that names no port stands for the whole node: the first free
 * input that fits is bound, and where none fits the nodes are put in order. A wire that cannot be says why. Wires may
 * cross the borders of groups: out of a loop goes the list of all iterations; out of a branch leads an output of the
 * choice, which is made or completed.
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
  const mute = [source, target].find(({ node }) => !isTask(node));
  if (mute) {
    return { refused: trans.__('"%1" does not run, so nothing can be connected to it.', mute.title) };
  }
  const beside = siblings(flow.pipeline.nodes, source.id, target.id);
  if (from.enter || to.leave || !beside) {
    return connectionInside(flow, source, from, target, to, trans);
  }
  if (leadsTo(flow, beside[1], beside[0])) {
    return cycleRefusal(flow, beside, trans);
  }
  const outputs = outputsFor(flow, source, target, from.output);
  const ends: Ends = { flow, source, target, outputs, named: from.output !== undefined, trans };
  return to.input === undefined ? toNode(ends) : toInput(ends, to.input);
}

function cycleRefusal({ nodes }: Flow, [before, after]: readonly string[], trans: Translation): Connection {
  const title = (id: string) => nodes.get(id)?.title ?? id;
  return {
    refused: trans.__('This would make a cycle: "%1" already runs after "%2".', title(before), title(after))
  };
}

/**
 * Outputs that a wire may start at, as the target sees them: many where loops are left. A name that the cells leave
 * behind counts as an output.
 */
function outputsFor(flow: Flow, source: FlowNode, target: FlowNode, name: string | undefined): FlowPort[] {
  const drawn = new Set(source.outputs.map(port => port.name));
  const offered = source.offers
    .filter(offer => !drawn.has(offer))
    .map(offer => ({ name: offer, type: 'Artifact', derived: true, optional: false }));
  const loops = collectedOver(flow, source.id, target.id);
  return [...source.outputs, ...offered]
    .filter(port => name === undefined || port.name === name)
    .map(port => ({ ...port, type: loops.reduce(collectedType, port.type) }));
}

function toInput(ends: Ends, name: string): Connection {
  const { source, target, outputs, named, trans } = ends;
  const input = target.inputs.find(port => port.name === name);
  if (!input) {
    return { refused: trans.__('"%1" takes no value from another node.', target.title) };
  }
  const fitting = outputs.filter(output => portsFit(source, output, target, input));
  const wanted = named ? fitting : fitting.filter(output => output.name === name);
  const chosen = wanted[0] ?? (fitting.length === 1 ? fitting[0] : undefined);
  if (chosen) {
    const bound = input.binding;
    return bound && 'output' in bound && bound.node === source.id && bound.output === chosen.name
      ? { refused: trans.__('"%1" is already fed by "%2".', name, source.title) }
      : bind(ends, chosen, input);
  }
  if (fitting.length > 1) {
    return { choose: { node: target.id, input: name, outputs: fitting.map(output => output.name) } };
  }
  return {
    refused:
      named && outputs.length > 0
        ? trans.__('"%1" expects %2, but "%3" is %4.', name, input.type, outputs[0].name, outputs[0].type)
        : trans.__('"%1" has no output that fits "%2", which expects %3.', source.title, name, input.type)
  };
}

function toNode(ends: Ends): Connection {
  const { flow, source, target, outputs, trans } = ends;
  const free = target.inputs.filter(input => !input.binding);
  const pairs = free.flatMap(input =>
    outputs
      .filter(output => portsFit(source, output, target, input))
      .map(output => ({ input, output, sameName: output.name === input.name }))
  );
  const named = ends.named || !isCode(source.node);
  // A parameter that has its default in the code waits for nothing: it is fed by name.
  const waits = (input: FlowPort) => !isCode(target.node) || !input.optional;
  const best =
    pairs.find(pair => pair.sameName) ?? (named ? pairs.find(({ input }) => waits(input)) : undefined);
  if (best) {
    return bind(ends, best.output, best.input);
  }
  const wanting = free.find(input => pairs.some(pair => pair.input === input));
  if (wanting && !isCode(target.node)) {
    return toInput(ends, wanting.name);
  }
  const ordered = flow.edges.some(
    edge => edge.source === source.id && edge.target === target.id && edge.kind === 'order'
  );
  return ordered
    ? { refused: trans.__('"%1" already runs after "%2".', target.title, source.title) }
    : { order: { before: source.id, after: target.id } };
}

/** Feeds an input, through an output of the choice where the value leaves a branch. */
function bind({ flow, source, target, trans }: Ends, output: FlowPort, input: FlowPort): Connection {
  const refused = branchRefusal(flow, source.id, target.id, trans);
  if (refused !== undefined) {
    return { refused };
  }
  const { name, field } = input;
  const place = { node: target.id, input: name, ...(field && { field }) };
  const binding = { node: source.id, output: output.name };
  const [left] = branchesLeft(flow, source.id, target.id);
  if (left?.choice === undefined) {
    return { bind: { ...place, binding } };
  }
  const { choice } = left;
  const bound = input.binding && 'output' in input.binding ? input.binding : undefined;
  const wanted = bound?.node === choice ? bound.output : undefined;
  const inside = collectedOver(flow, source.id, choice);
  const plain = source.outputs.find(port => port.name === output.name)?.type ?? 'Artifact';
  const give = oneOf(flow, choice, inside.reduce(collectedType, plain), binding, wanted);
  return { give, bind: { ...place, binding: { node: choice, output: give.output } } };
}
