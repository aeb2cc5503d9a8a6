import { type Pipeline, type PipelineNode, isContainer, isImporter, isNote } from '../schema';
import { type Reference, type ReferenceTarget, referencesOf } from '../references';
import { type Edge, edgesThatCloseCycles } from './cycles';
import type { Repair } from './repair';

type Content = Pick<Pipeline, 'nodes' | 'parameters'>;

/** Every reference that does not hold, by node id and then by field. */
export function findRepairs(content: Content): Repair[] {
  const key = (repair: Repair) => edgeId(repair.node, repair.field);
  return findReferenceRepairs(content).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Orders the references of a pipeline: by the node that holds it, then by its field. */
function edgeId(node: string, field: readonly string[]): string {
  return [node, ...field].join('\0');
}

/** An importer cannot do without its URI, so a parameter that is missing there is left to the checks. */
const KEPT = 'uri';

function findReferenceRepairs({ nodes, parameters }: Content): Repair[] {
  const repairs: Repair[] = [];
  const edges = { group: [] as ReferenceEdge[], run: [] as ReferenceEdge[] };
  for (const [node, settings] of Object.entries(nodes)) {
    for (const reference of referencesOf(settings)) {
      const { field, to } = reference;
      const reason = field[0] === KEPT ? undefined : reasonAgainst(node, to, { nodes, parameters });
      if (reason) {
        repairs.push({ reason, node, field, to });
      } else if ('node' in to) {
        const kind = field[0] === 'group' ? 'group' : 'run';
        edges[kind].push({ id: edgeId(node, field), from: to.node, to: node, reference });
      }
    }
  }
  const closing = [...edgesThatCloseCycles(edges.run), ...edgesThatCloseCycles(edges.group)];
  return [
    ...repairs,
    ...closing.map((edge): Repair => ({ reason: 'cycle', node: edge.to, ...edge.reference }))
  ];
}

type ReferenceEdge = Edge & { reference: Reference };

function reasonAgainst(
  node: string,
  to: ReferenceTarget,
  { nodes, parameters }: Content
): Repair['reason'] | undefined {
  if ('parameter' in to) {
    return Object.hasOwn(parameters, to.parameter) ? undefined : 'missing';
  }
  if (to.node === node) {
    return 'self';
  }
  return Object.hasOwn(nodes, to.node) && offers(nodes[to.node], to.output) ? undefined : 'missing';
}

/** Whether a node may have an output; what cells give is known from their code alone. */
function offers(node: PipelineNode, output: string | undefined): boolean {
  if (output === undefined) {
    return true;
  }
  if (isContainer(node)) {
    return Object.hasOwn(node.outputs ?? {}, output);
  }
  return isImporter(node) ? output === 'artifact' : !isNote(node);
}
