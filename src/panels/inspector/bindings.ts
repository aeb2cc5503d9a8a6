import type { Flow, FlowEdge } from '../../flow';
import { type Binding, isParameterType, type PortType } from '../../pipeline';

/** One thing that could feed an input; `key` is the binding as text, for a `<select>`. */
export interface BindingChoice {
  key: string;
  /** Output or parameter. */
  name: string;
  type: PortType;
}

export interface BindingChoices {
  parameters: BindingChoice[];
  /** Nodes that have outputs, in the order in which they run. */
  nodes: { id: string; title: string; choices: BindingChoice[] }[];
}

/** A binding as text: equal bindings give equal texts. */
export function bindingKey(binding: Binding): string {
  if ('node' in binding) {
    return JSON.stringify({ node: binding.node, output: binding.output });
  }
  return JSON.stringify('parameter' in binding ? { parameter: binding.parameter } : { value: binding.value });
}

/** The binding of a key made by `bindingKey`. */
export const bindingOf = (key: string): Binding => JSON.parse(key) as Binding;

/** Nodes that need something of `node`, at any distance, and the node itself. */
export function downstream(edges: readonly FlowEdge[], node: string): Set<string> {
  const targets = new Map<string, string[]>();
  for (const edge of edges) {
    targets.set(edge.source, [...(targets.get(edge.source) ?? []), edge.target]);
  }
  const found = new Set([node]);
  for (const id of found) {
    for (const target of targets.get(id) ?? []) {
      found.add(target);
    }
  }
  return found;
}

/**
 * What may feed an input of `node`: parameters and outputs, without those that would close a cycle and those
 * of the other family (a value inside the spec cannot stand for a file, nor the reverse). An input of no known
 * type takes everything.
 */
export function bindingChoices(flow: Flow, node: string, type: PortType | undefined): BindingChoices {
  const fits = (other: PortType) => type === undefined || isParameterType(type) === isParameterType(other);
  const closed = downstream(flow.edges, node);
  const nodes = flow.order
    .filter(id => !closed.has(id))
    .flatMap(id => flow.nodes.get(id) ?? [])
    .map(({ id, title, outputs }) => ({
      id,
      title,
      choices: outputs
        .filter(output => fits(output.type))
        .map(({ name, type }) => ({ key: bindingKey({ node: id, output: name }), name, type }))
    }))
    .filter(({ choices }) => choices.length > 0);
  const parameters = Object.entries(flow.pipeline.parameters)
    .filter(([, parameter]) => fits(parameter.type))
    .map(([name, parameter]) => ({
      key: bindingKey({ parameter: name }),
      name,
      type: parameter.type
    }));
  return { parameters, nodes };
}
