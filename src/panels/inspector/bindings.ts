import { portsFit } from '../../actions';
import type { Flow, FlowEdge, FlowNode, FlowPort } from '../../flow';
import type { Binding, PortType } from '../../pipeline';

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
  const parts = Object.entries(binding).filter(([, part]) => part !== undefined);
  return JSON.stringify(Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : 1))));
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
 * What may feed an input of `node`: parameters and outputs whose types fit, without those that would close a
 * cycle. `type` is the declared type of the input; one of no declared type takes everything.
 */
export function bindingChoices(
  flow: Flow,
  node: string,
  input: string,
  type: PortType | undefined
): BindingChoices {
  const to = flow.nodes.get(node);
  const port = to?.inputs.find(({ name }) => name === input);
  const fits = (from: FlowNode, output: FlowPort) => !to || !port || portsFit(from, output, to, port);
  const closed = downstream(flow.edges, node);
  const nodes = flow.order
    .filter(id => !closed.has(id))
    .flatMap(id => flow.nodes.get(id) ?? [])
    .map(from => ({
      id: from.id,
      title: from.title,
      choices: from.outputs
        .filter(output => fits(from, output))
        .map(({ name, type }) => ({ key: bindingKey({ node: from.id, output: name }), name, type }))
    }))
    .filter(({ choices }) => choices.length > 0);
  const parameters = Object.entries(flow.pipeline.parameters)
    .filter(([, parameter]) => type === undefined || type === parameter.type)
    .map(([name, parameter]) => ({ key: bindingKey({ parameter: name }), name, type: parameter.type }));
  return { parameters, nodes };
}
