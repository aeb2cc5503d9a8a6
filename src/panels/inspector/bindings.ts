import { portsFit } from '../../actions';
import { type Flow, type FlowNode, type FlowPort, itemFields } from '../../flow';
import {
  ancestors,
  type Binding,
  isLoop,
  isParameterType,
  isSubPipeline,
  isTask,
  type PortType,
  siblings
} from '../../pipeline';

/** One thing that could feed an input; `key` is the binding as text, for a `<select>`. */
export interface BindingChoice {
  key: string;
  /** Absent where nothing says it: the item of a loop over what only a run knows. */
  type?: PortType;
}

export interface BindingChoices {
  parameters: BindingChoice[];
  /** Items of the loops and inputs of the sub-pipelines around the node, from the innermost. */
  around: BindingChoice[];
  /** Nodes that have outputs, in the order in which they run. */
  nodes: { id: string; title: string; choices: BindingChoice[] }[];
  /** How nodes ended, for inputs of the type `taskStatus`. */
  statuses: BindingChoice[];
}

/** What is to be fed: an input of a node or one of its settings. */
export interface Wanted {
  /** The name of its port; one that the flow does not have is judged by `types` alone. */
  port?: string;
  /** Types that fit; absent: every type. */
  types?: readonly PortType[];
}

/** A binding as text: equal bindings give equal texts. */
export function bindingKey(binding: Binding): string {
  const parts = Object.entries(binding).filter(([, part]) => part !== undefined);
  return JSON.stringify(Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** The binding of a key made by `bindingKey`. */
export const bindingOf = (key: string): Binding => JSON.parse(key) as Binding;

/**
 * A test for nodes that cannot come before `node`: those that wait for it, where a group counts as one node, and
 * those that hold it or are held by it.
 */
export function waitsFor(flow: Flow, node: string): (other: string) => boolean {
  const { nodes } = flow.pipeline;
  const followers = new Map<string, string[]>();
  for (const { source, target } of flow.edges) {
    const [before, after] = siblings(nodes, source, target) ?? [source, target];
    followers.set(before, [...(followers.get(before) ?? []), after]);
  }
  const reached = new Map<string, ReadonlySet<string>>();
  const from = (start: string): ReadonlySet<string> => {
    const known = reached.get(start);
    if (known) {
      return known;
    }
    const found = new Set([start]);
    for (const id of found) {
      followers.get(id)?.forEach(next => found.add(next));
    }
    reached.set(start, found);
    return found;
  };
  return other => {
    const pair = siblings(nodes, other, node);
    return pair === undefined || from(pair[1]).has(pair[0]);
  };
}

/** What may feed an input or a setting of a node, without what would close a cycle. */
export function bindingChoices(flow: Flow, node: string, { port: name, types }: Wanted): BindingChoices {
  const to = flow.nodes.get(node);
  const port = to?.inputs.find(input => input.name === name);
  const fits = (from: FlowNode, output: FlowPort) =>
    to && port ? portsFit(from, output, to, port) : ofType(output.type);
  const ofType = (type: PortType) => types === undefined || types.includes(type);
  const waits = waitsFor(flow, node);
  const before = flow.order
    .flatMap(id => (waits(id) ? [] : (flow.nodes.get(id) ?? [])))
    .filter(({ fileOf }) => fileOf === undefined);
  return {
    nodes: before
      .map(from => ({
        id: from.id,
        title: from.title,
        choices: from.outputs
          .filter(output => fits(from, output))
          .map(({ name, type }) => ({ key: bindingKey({ node: from.id, output: name }), type }))
      }))
      .filter(({ choices }) => choices.length > 0),
    parameters: Object.entries(flow.pipeline.parameters)
      .filter(([, { type }]) => ofType(type))
      .map(([name, { type }]) => ({ key: bindingKey({ parameter: name }), type })),
    around: ancestors(flow.pipeline.nodes, node).flatMap(id => givenInside(flow, id, ofType)),
    statuses: types?.includes('taskStatus')
      ? before.filter(from => isTask(from.node)).map(({ id }) => ({ key: bindingKey({ status: id }) }))
      : []
  };
}

/** What a group gives to the nodes inside: the item of a loop, the inputs of a sub-pipeline. */
function givenInside(flow: Flow, group: string, ofType: (type: PortType) => boolean): BindingChoice[] {
  const { nodes } = flow.pipeline;
  const node = Object.hasOwn(nodes, group) ? nodes[group] : undefined;
  if (node && isLoop(node)) {
    const type = itemType(node.items);
    const fields = (itemFields(flow).get(group) ?? []).map(field => ({
      key: bindingKey({ item: group, field })
    }));
    return [
      ...(type === undefined || ofType(type) ? [{ key: bindingKey({ item: group }), type }] : []),
      ...fields
    ];
  }
  return node && isSubPipeline(node)
    ? Object.entries(node.inputs ?? {})
        .filter(([, { type }]) => ofType(type))
        .map(([input, { type }]) => ({ key: bindingKey({ node: group, input }), type }))
    : [];
}

const constants = (items: Binding | undefined): unknown[] =>
  items && 'value' in items && Array.isArray(items.value) ? (items.value as unknown[]) : [];

/** The type of the items of a loop, when they are constants of one type. */
function itemType(items: Binding | undefined): PortType | undefined {
  const types = new Set(constants(items).map(typeOfValue));
  return types.size === 1 ? [...types][0] : undefined;
}

/** The parameter type of plain data. */
export function typeOfValue(value: unknown): PortType {
  if (Array.isArray(value)) {
    return 'list';
  }
  if (typeof value === 'number') {
    return Number.isInteger(value) ? 'integer' : 'number';
  }
  return typeof value === 'string' || typeof value === 'boolean' ? (typeof value as PortType) : 'object';
}

/** The type of what a binding gives, as far as the flow tells. */
export function bindingType(flow: Flow, binding: Binding | undefined): PortType | undefined {
  if (binding === undefined || 'status' in binding) {
    return binding && 'taskStatus';
  }
  if ('output' in binding) {
    return flow.nodes.get(binding.node)?.outputs.find(({ name }) => name === binding.output)?.type;
  }
  if ('input' in binding) {
    return flow.nodes.get(binding.node)?.inputs.find(({ name }) => name === binding.input)?.type;
  }
  if ('parameter' in binding) {
    return flow.pipeline.parameters[binding.parameter]?.type;
  }
  if ('item' in binding) {
    const node = flow.pipeline.nodes[binding.item];
    return node && isLoop(node) && binding.field === undefined ? itemType(node.items) : undefined;
  }
  return typeOfValue(binding.value);
}

/** True for types of which a constant can be typed in. */
export const isTyped = (type: PortType | undefined): boolean =>
  type === undefined || (isParameterType(type) && type !== 'taskStatus' && type !== 'taskConfig');
