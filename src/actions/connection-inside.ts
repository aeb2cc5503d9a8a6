import { collectedOver, collectedType, type Flow, type FlowNode, type FlowPort } from '../flow';
import { ancestors, type Binding, isLoop } from '../pipeline';
import type { Translation } from './action';
import type { Connection, ConnectionEnd, ConnectionStart } from './connection';
import { freeName, giveAs, mayGive } from './give-output';
import { enteringPorts } from './item-port';
import { portsFit } from './ports-fit';

/**
 * What a wire between a group and a node inside it means: a value that the group passes in, such as the item of a
 * loop, or an output of the group that the node gives.
 */
export function connectionInside(
  flow: Flow,
  source: FlowNode,
  from: ConnectionStart,
  target: FlowNode,
  to: ConnectionEnd,
  trans: Translation
): Connection {
  const { nodes } = flow.pipeline;
  const goesIn = ancestors(nodes, target.id).includes(source.id);
  const goesOut = ancestors(nodes, source.id).includes(target.id);
  if (goesIn && !to.leave && (from.enter || from.output === undefined)) {
    return passIn(flow, source, from, target, to, trans);
  }
  if (goesOut && !from.enter && (to.leave || (to.input === undefined && mayGive(flow, target.id)))) {
    return giveOut(flow, source, from.output, target, to.input, trans);
  }
  const refused = from.enter
    ? trans.__('Only nodes inside "%1" can read this.', source.title)
    : to.leave
      ? trans.__('Only nodes inside "%1" can give this.', target.title)
      : goesIn
        ? trans.__('"%1" is inside "%2", which ends after it.', target.title, source.title)
        : trans.__('"%1" is inside "%2", which starts before it.', source.title, target.title);
  return { refused };
}

function passIn(
  flow: Flow,
  group: FlowNode,
  from: ConnectionStart,
  target: FlowNode,
  to: ConnectionEnd,
  trans: Translation
): Connection {
  const wanted = from.enter ? (from.output ?? (isLoop(group.node) ? '' : undefined)) : undefined;
  const entering = enteringPorts(flow, group.id).filter(
    ({ name }) => wanted === undefined || name === wanted
  );
  const inputs = target.inputs.filter(input =>
    to.input === undefined ? !input.binding : input.name === to.input
  );
  const fits = (port: (typeof entering)[number], input: FlowPort) =>
    port.type === undefined || portsFit(group, { ...port, type: port.type }, target, input);
  const pairs = inputs.flatMap(input =>
    entering.filter(port => fits(port, input)).map(port => ({ port, input }))
  );
  const best = pairs.find(({ port, input }) => port.name === input.name) ?? pairs[0];
  if (!best) {
    return {
      refused:
        entering.length === 0
          ? trans.__('"%1" passes no value to what is inside.', group.title)
          : trans.__('"%1" has no free input that takes this.', target.title)
    };
  }
  const { name } = best.port;
  const binding: Binding = isLoop(group.node)
    ? { item: group.id, ...(name && { field: name }) }
    : { node: group.id, input: name };
  const { name: input, field } = best.input;
  return { bind: { node: target.id, input, ...(field && { field }), binding } };
}

function giveOut(
  flow: Flow,
  source: FlowNode,
  output: string | undefined,
  group: FlowNode,
  as: string | undefined,
  trans: Translation
): Connection {
  const known = group.outputs.find(port => port.name === as);
  const loops = collectedOver(flow, source.id, group.id);
  const outputs = source.outputs
    .map(port => ({ ...port, type: loops.reduce(collectedType, port.type) }))
    .filter(port => output === undefined || port.name === output);
  const fitting = known ? outputs.filter(port => port.type === known.type) : outputs;
  const chosen = fitting.find(port => port.name === as) ?? fitting[0];
  if (!chosen) {
    return {
      refused: known
        ? trans.__('"%1" expects %2, which "%3" does not give.', known.name, known.type, source.title)
        : trans.__('"%1" has no output to give.', source.title)
    };
  }
  if (fitting.length > 1 && output === undefined && chosen.name !== as) {
    return { choose: { node: group.id, input: as ?? '', outputs: fitting.map(port => port.name) } };
  }
  const name = as ?? freeName(group.outputs, chosen.name);
  return { give: giveAs(flow, group.id, name, chosen.type, { node: source.id, output: chosen.name }) };
}
