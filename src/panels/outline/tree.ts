import type { Translation } from '../../actions';
import type { Problem } from '../../checks';
import type { Flow, FlowNode, FlowPort } from '../../flow';
import {
  isBranch,
  isChoice,
  isCode,
  isGroup,
  isKnown,
  isLoop,
  isSubPipeline,
  type PipelineNode
} from '../../pipeline';
import { type GlyphName, isGlyph } from '../Glyph';
import { branchesOf } from '../inspector/branches';
import { bindingText, conditionText } from '../words';

/** One line of the outline: a node, or what goes in or out of it. */
export interface OutlineItem {
  /** Unique in the tree. */
  key: string;
  /** The node it is or belongs to. */
  node: string;
  /** The edge that it stands for, when it is drawn as one. */
  edge?: string;
  glyph: GlyphName;
  label: string;
  /** Said after the label, such as what feeds an input. */
  detail: string;
  /** Holds nodes, and is open unless it was shut. */
  group: boolean;
  children: OutlineItem[];
}

const KINDS: Record<string, (trans: Translation) => string> = {
  cells: trans => trans.__('cells'),
  notebook: trans => trans.__('notebook'),
  container: trans => trans.__('container'),
  importer: trans => trans.__('importer'),
  component: trans => trans.__('component'),
  note: trans => trans.__('note'),
  loop: trans => trans.__('loop'),
  choice: trans => trans.__('choice'),
  branch: trans => trans.__('branch'),
  'exit-handler': trans => trans.__('exit handler'),
  pipeline: trans => trans.__('sub-pipeline')
};

const kindOf = (node: PipelineNode, trans: Translation): string => KINDS[node.kind]?.(trans) ?? node.kind;

/** Nodes in the order in which they run, then those that do not run, by title. */
export function graphOrder(flow: Flow): FlowNode[] {
  const running = new Set(flow.order);
  const rest = [...flow.nodes.values()]
    .filter(({ id }) => !running.has(id))
    .sort((a, b) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1));
  return [...flow.order.flatMap(id => flow.nodes.get(id) ?? []), ...rest];
}

/** The pipeline as a tree: groups hold their nodes, nodes hold their inputs, outputs and orders. */
export function outline(flow: Flow, problems: readonly Problem[], trans: Translation): OutlineItem[] {
  const nodes = graphOrder(flow).filter(({ fileOf }) => fileOf === undefined);
  const held = new Map<string | undefined, FlowNode[]>();
  for (const entry of nodes) {
    const { group } = entry.node;
    const parent = group !== undefined && group !== entry.id && flow.nodes.has(group) ? group : undefined;
    held.set(parent, [...(held.get(parent) ?? []), entry]);
  }
  const item = (entry: FlowNode): OutlineItem => ({
    key: entry.id,
    node: entry.id,
    glyph: isKnown(entry.node) && isGlyph(entry.node.kind) ? entry.node.kind : 'opaque',
    label: entry.title,
    detail: nodeDetail(entry, flow, problems, trans),
    group: isGroup(entry.node),
    children: [...portItems(entry, flow, trans), ...inside(entry, flow, held).map(item)]
  });
  return (held.get(undefined) ?? []).map(item);
}

/** What a group holds, in the order in which it runs; branches of a choice in the order in which they are tried. */
function inside(
  { id, node }: FlowNode,
  flow: Flow,
  held: ReadonlyMap<string | undefined, FlowNode[]>
): FlowNode[] {
  const nodes = held.get(id) ?? [];
  const ranks = new Map(isChoice(node) ? branchesOf(flow, id).map((branch, rank) => [branch.id, rank]) : []);
  const rank = (entry: FlowNode) => ranks.get(entry.id) ?? ranks.size;
  return ranks.size > 0 ? [...nodes].sort((a, b) => rank(a) - rank(b)) : nodes;
}

/** What a group does, where that is not in its title. */
function groupDetail({ node }: FlowNode, flow: Flow, trans: Translation): string[] {
  if (isLoop(node)) {
    return node.items ? [trans.__('for each of %1', bindingText(node.items, flow, trans))] : [];
  }
  if (isSubPipeline(node)) {
    return node.file === undefined ? [] : [trans.__('file %1', node.file)];
  }
  return isBranch(node) ? [conditionText(node.when, flow, trans)] : [];
}

/** Which notebook a node draws from, where the pipeline draws from several. */
function notebookDetail({ node }: FlowNode, flow: Flow, trans: Translation): string[] {
  const notebooks = new Set(
    Object.values(flow.pipeline.nodes)
      .filter(isCode)
      .map(each => each.notebook)
  );
  return isCode(node) && notebooks.size > 1 ? [trans.__('of %1', node.notebook)] : [];
}

function nodeDetail(entry: FlowNode, flow: Flow, problems: readonly Problem[], trans: Translation): string {
  const parts = [
    kindOf(entry.node, trans),
    ...notebookDetail(entry, flow, trans),
    ...groupDetail(entry, flow, trans)
  ];
  if (entry.inputs.length > 0) {
    const bound = entry.inputs.filter(input => input.binding).length;
    parts.push(trans.__('inputs %1 of %2 connected', bound, entry.inputs.length));
  }
  const found = problems.filter(problem => problem.node === entry.id).length;
  if (found > 0) {
    parts.push(found === 1 ? trans.__('1 problem') : trans.__('%1 problems', found));
  }
  return parts.join(', ');
}

function portItems({ id, inputs, outputs }: FlowNode, flow: Flow, trans: Translation): OutlineItem[] {
  const part = (
    kind: 'input' | 'output' | 'order',
    name: string,
    rest: Partial<OutlineItem>
  ): OutlineItem => ({
    key: JSON.stringify([id, kind, name]),
    node: id,
    glyph: kind,
    label: name,
    detail: '',
    group: false,
    children: [],
    ...rest
  });
  const into = flow.edges.filter(edge => edge.target === id);
  const out = flow.edges.filter(edge => edge.source === id);
  return [
    // What a loop runs over and what a branch asks are said by the group itself.
    ...inputs
      .filter(({ field }) => field?.[0] !== 'items' && field?.[0] !== 'when')
      .map(input =>
        part('input', input.name, {
          edge: into.find(edge => edge.targetPort === input.name)?.id,
          ...(input.field && { label: input.field.join(' › ') }),
          detail: inputDetail(input, flow, trans)
        })
      ),
    ...outputs.map(output => part('output', output.name, { detail: outputDetail(output, out, flow, trans) })),
    ...into
      .filter(edge => edge.targetPort === undefined)
      .map(edge =>
        part('order', edge.source, {
          edge: edge.id,
          label: trans.__('after %1', flow.nodes.get(edge.source)?.title ?? edge.source)
        })
      )
  ];
}

function inputDetail(input: FlowPort, flow: Flow, trans: Translation): string {
  if (input.binding) {
    return trans.__('input, from %1', bindingText(input.binding, flow, trans));
  }
  return input.optional ? trans.__('input, optional, not connected') : trans.__('input, not connected');
}

function outputDetail(output: FlowPort, edges: Flow['edges'], flow: Flow, trans: Translation): string {
  const readers = edges
    .filter(edge => edge.sourcePort === output.name)
    .map(edge => flow.nodes.get(edge.target)?.title ?? edge.target);
  return readers.length > 0 ? trans.__('output, to %1', readers.join(', ')) : trans.__('output');
}
