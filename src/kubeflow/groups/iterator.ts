import { Binding, type LoopNode } from '../../pipeline';
import { constantItems } from '../lower/item-types';
import type { Lowered } from '../lower/lower';
import { pythonJson } from '../lower/python-json';
import { readName } from '../read-name';
import type { TaskSpec } from '../spec';
import { taskPath } from '../spec-path';
import type { StepScope } from '../step-scope';

type Iteration = Pick<TaskSpec, 'parameterIterator' | 'artifactIterator' | 'iteratorPolicy'>;

/** What a loop goes over, and how many of its iterations run at once. */
export function iteration(node: LoopNode, lowered: Lowered, scope: StepScope): Iteration {
  const { ledger, names } = scope;
  const path = taskPath(names);
  const written = items(node, lowered, scope);
  if (written) {
    ledger.compiled('items', [...path, Object.keys(written)[0]]);
    ledger.unknown('items', node.items, Binding);
  }
  if (node.parallelism) {
    ledger.compiled('parallelism', [...path, 'iteratorPolicy', 'parallelismLimit']);
    return { ...written, iteratorPolicy: { parallelismLimit: node.parallelism } };
  }
  if (node.parallelism === 0) {
    ledger.drawing(
      'parallelism',
      'All iterations may run at once, which is what a spec says by saying nothing.'
    );
  }
  return { ...written };
}

function items(node: LoopNode, lowered: Lowered, { node: { id }, ledger }: StepScope): Iteration | undefined {
  const item = lowered.itemOf(id);
  const lost = (message: string, fix: string) => {
    ledger.lost('items', message, fix);
    return undefined;
  };
  if (!node.items && keepsItems(node)) {
    return undefined;
  }
  if (!node.items || !item) {
    return lost(
      node.items
        ? `${readName(node.items, lowered.flow)}, which the loop goes over, is not in the spec.`
        : 'The loop goes over nothing.',
      'Choose a list that the loop goes over.'
    );
  }
  if ('value' in node.items) {
    const constants = constantItems(node);
    return constants?.length
      ? { parameterIterator: { items: { raw: pythonJson(constants) }, itemInput: item.port } }
      : lost('A loop over constants needs a list of at least one.', 'Write a list such as [1, 2, 3].');
  }
  const source = lowered.sourceInside(id, node.items);
  if (!source || !('input' in source)) {
    return lost(
      `${readName(node.items, lowered.flow)} is no list that a loop can go over.`,
      'Choose another list.'
    );
  }
  const { input } = source;
  return source.artifact
    ? { artifactIterator: { items: { inputArtifact: input }, itemInput: item.port } }
    : { parameterIterator: { items: { inputParameter: input }, itemInput: item.port } };
}

/** An imported loop whose list is named but is not there, as the SDK leaves it in nested groups (#11275). */
const keepsItems = ({ kept = [] }: LoopNode) =>
  kept.some(({ at, is }) => is !== undefined && at[0] === 'task' && at[1] === 'parameterIterator');
