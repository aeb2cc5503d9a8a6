import { ancestors } from '../queries/groups';
import { namedNode, type Reference } from '../references';
import {
  isComponent,
  isContainer,
  isGroup,
  isImporter,
  isLoop,
  isNote,
  isSubPipeline,
  type Pipeline,
  type PipelineNode
} from '../schema';
import type { Repair } from './repair';

/**
 * Why a binding or order does not hold; undefined when it does.
 * - Outputs are read from any node but groups around the reader, which have not ended; outputs of a group from what
 *   it holds, those of the pipeline from any node.
 * - Items and inputs of groups are read inside them.
 * @param reader the id of the node that holds the reference; empty for the outputs of the pipeline
 */
export function reasonAgainst(
  reader: string,
  { field, to }: Reference,
  { nodes, parameters }: Pick<Pipeline, 'nodes' | 'parameters'>
): Repair['reason'] | undefined {
  if ('parameter' in to) {
    return Object.hasOwn(parameters, to.parameter) ? undefined : 'missing';
  }
  const id = namedNode(to) ?? '';
  if (!Object.hasOwn(nodes, id)) {
    return 'missing';
  }
  const fromInside = field[0] === 'outputs';
  if ('item' in to || 'input' in to) {
    const isAround = ancestors(nodes, reader).includes(id) || (fromInside && id === reader);
    return isAround && gives(nodes[id], to) ? undefined : 'missing';
  }
  if (id === reader) {
    return 'self';
  }
  if ('output' in to && !offers(nodes[id], to.output)) {
    return 'missing';
  }
  if (fromInside) {
    return reader === '' || ancestors(nodes, id).includes(reader) ? undefined : 'missing';
  }
  const holdsOther = ancestors(nodes, reader).includes(id) || ancestors(nodes, id).includes(reader);
  return holdsOther ? 'cycle' : undefined;
}

/** Whether a group gives what a node inside it reads. */
function gives(node: PipelineNode, to: { item: string } | { input: string }): boolean {
  return 'item' in to ? isLoop(node) : isGroup(node) && Object.hasOwn(node.inputs ?? {}, to.input);
}

/** Whether a node may have an output; what cells and pipeline files give stands in them alone. */
function offers(node: PipelineNode, output: string): boolean {
  if (isSubPipeline(node) && node.file !== undefined) {
    return true;
  }
  if (isContainer(node) || isComponent(node) || isGroup(node)) {
    return Object.hasOwn(node.outputs ?? {}, output);
  }
  return isImporter(node) ? output === 'artifact' : !isNote(node);
}
