import { mayHold, siblings } from '../queries/groups';
import { namedNode, outputReferences, type Reference, referencesOf } from '../references';
import type { Pipeline, PipelineNode } from '../schema';
import { type Edge, edgesThatCloseCycles } from './cycles';
import { reasonAgainst } from './reason-against';
import type { Repair } from './repair';

type Content = Pick<Pipeline, 'nodes' | 'parameters' | 'outputs'>;
type ReferenceEdge = Edge & { node: string; reference: Reference };

/** Every reference that does not hold, by node id and then by field. */
export function findRepairs(content: Content): Repair[] {
  const groups = findGroupRepairs(content.nodes);
  const nodes = groups.length === 0 ? content.nodes : withoutGroups(content.nodes, groups);
  const key = (repair: Repair) => edgeId(repair.node, repair.field);
  return [...groups, ...findOtherRepairs({ ...content, nodes })].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Orders the references of a pipeline: by the node that holds it, then by its field. */
function edgeId(node: string, field: readonly string[]): string {
  return [node, ...field].join('\0');
}

function findGroupRepairs(nodes: Content['nodes']): Repair[] {
  const repairs: Repair[] = [];
  const edges: ReferenceEdge[] = [];
  for (const [node, settings] of Object.entries(nodes)) {
    const reference = referencesOf(settings).find(({ field }) => field[0] === 'group');
    const id = reference && namedNode(reference.to);
    if (!reference || id === undefined) {
      continue;
    }
    const isThere = Object.hasOwn(nodes, id) && mayHold(nodes[id]);
    if (node === id || !isThere) {
      repairs.push({ reason: node === id ? 'self' : 'missing', node, ...reference });
    } else {
      edges.push({ id: edgeId(node, reference.field), from: id, to: node, node, reference });
    }
  }
  return [...repairs, ...closing(edges)];
}

function withoutGroups(nodes: Content['nodes'], repairs: readonly Repair[]): Content['nodes'] {
  const result = { ...nodes };
  for (const { node } of repairs) {
    const { group: _group, ...rest } = nodes[node];
    result[node] = rest as PipelineNode;
  }
  return result;
}

/** Repairs of bindings and order, among nodes whose groups hold. */
function findOtherRepairs(content: Content): Repair[] {
  const repairs: Repair[] = [];
  const edges: ReferenceEdge[] = [];
  const look = (node: string, reference: Reference) => {
    const { field, to, required } = reference;
    const reason = reasonAgainst(node, reference, content);
    const id = namedNode(to);
    if (reason) {
      repairs.push({ reason, node, field, to, ...(required && { kept: true }) });
    } else if (id !== undefined && !('item' in to || 'input' in to) && field[0] !== 'outputs') {
      const [from, at] = siblings(content.nodes, id, node) ?? [id, node];
      edges.push({ id: edgeId(node, field), from, to: at, fixed: required, node, reference });
    }
  };
  for (const [node, settings] of Object.entries(content.nodes)) {
    referencesOf(settings)
      .filter(({ field }) => field[0] !== 'group')
      .forEach(reference => look(node, reference));
  }
  outputReferences(content).forEach(reference => look('', reference));
  return [...repairs, ...closing(edges)];
}

function closing(edges: readonly ReferenceEdge[]): Repair[] {
  return edgesThatCloseCycles(edges).map(({ node, reference: { field, to, required } }) => ({
    reason: 'cycle',
    node,
    field,
    to,
    ...(required && { kept: true })
  }));
}
