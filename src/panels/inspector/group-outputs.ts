import type { Flow } from '../../flow';
import { type Binding, type GroupOutput, isChoice, type PortType, withDescendants } from '../../pipeline';
import { type BindingChoices, bindingKey } from './bindings';
import { branchesOf } from './branches';

/** One place from which an output of a group may be taken: anywhere inside, or for a choice in one branch. */
export interface SourceSlot {
  /** Id of the branch, or the empty text. */
  branch: string;
  title: string;
  /** Outputs of the nodes there, of types that fit. */
  nodes: BindingChoices['nodes'];
  chosen: Binding | undefined;
}

export const sourcesOf = ({ from }: GroupOutput): readonly Binding[] => (Array.isArray(from) ? from : [from]);

/** Where an output of a group is taken from; `group` is empty for the pipeline. */
export function sourceSlots(flow: Flow, group: string, output: GroupOutput): SourceSlot[] {
  const { nodes } = flow.pipeline;
  const sources = sourcesOf(output);
  const within = (id: string, title: string): SourceSlot => {
    const inside = id === '' ? new Set(Object.keys(nodes)) : new Set(withDescendants(nodes, [id]));
    inside.delete(group);
    return {
      branch: id === group ? '' : id,
      title,
      nodes: outputsOf(flow, inside, output.type),
      chosen: sources.find(from => ('output' in from ? inside.has(from.node) : id === group))
    };
  };
  const node = nodes[group];
  return node && isChoice(node)
    ? branchesOf(flow, group).map(({ id, title }) => within(id, title))
    : [within(group, '')];
}

function outputsOf(flow: Flow, inside: ReadonlySet<string>, type: PortType): BindingChoices['nodes'] {
  return flow.order
    .filter(id => inside.has(id))
    .flatMap(id => flow.nodes.get(id) ?? [])
    .map(({ id, title, outputs }) => ({
      id,
      title,
      choices: outputs
        .filter(output => output.type === type || `${output.type}[]` === type || type === 'list')
        .map(output => ({ key: bindingKey({ node: id, output: output.name }), type: output.type }))
    }))
    .filter(({ choices }) => choices.length > 0);
}

/** The sources of an output with one slot set to another; alone when there is but one slot. */
export function withSource(
  slots: readonly SourceSlot[],
  branch: string,
  chosen: Binding | undefined
): GroupOutput['from'] {
  const sources = slots.flatMap(slot => (slot.branch === branch ? chosen : slot.chosen) ?? []);
  return slots.length === 1 && sources.length === 1 ? sources[0] : sources;
}
