import type { Translation } from '../actions';
import { isGroup } from '../pipeline';
import type { RunState } from '../runs';
import type { CardData } from './card-data';

/** What a kind of node is called. */
export function kindName(kind: string, trans: Translation): string {
  switch (kind) {
    case 'cells':
      return trans.__('cells');
    case 'notebook':
      return trans.__('notebook');
    case 'container':
      return trans.__('container');
    case 'importer':
      return trans.__('importer');
    case 'component':
      return trans.__('component');
    case 'note':
      return trans.__('note');
    case 'loop':
      return trans.__('loop');
    case 'choice':
      return trans.__('choice');
    case 'branch':
      return trans.__('branch');
    case 'exit-handler':
      return trans.__('exit handler');
    case 'pipeline':
      return trans.__('sub-pipeline');
    default:
      return kind;
  }
}

/** What a state of a run is called. */
export function stateName(state: RunState, trans: Translation): string {
  const names: Record<RunState, string> = {
    waiting: trans.__('Waiting'),
    running: trans.__('Running'),
    succeeded: trans.__('Succeeded'),
    failed: trans.__('Failed'),
    skipped: trans.__('Skipped'),
    cached: trans.__('Cached'),
    cancelled: trans.__('Cancelled')
  };
  return names[state];
}

/** The name a screen reader says: `Train, cells, inputs 2 of 3 connected, 1 problem, failed`. */
export function nodeName(data: CardData, trans: Translation): string {
  const { flowNode, problems, step, summary, holds, threads } = data;
  const { title, node, inputs } = flowNode;
  const parts = [title, kindName(node.kind, trans)];
  if (isGroup(node)) {
    parts.push(summary, holds === 1 ? trans.__('holds 1 node') : trans.__('holds %1 nodes', holds));
  }
  if (inputs.length > 0) {
    const connected = inputs.filter(input => input.binding).length;
    parts.push(trans.__('inputs %1 of %2 connected', connected, inputs.length));
  }
  if (problems.length > 0) {
    parts.push(problems.length === 1 ? trans.__('1 problem') : trans.__('%1 problems', problems.length));
  }
  if (threads > 0) {
    parts.push(threads === 1 ? trans.__('1 comment') : trans.__('%1 comments', threads));
  }
  if (step) {
    parts.push(stateName(step.state, trans).toLowerCase());
  }
  return parts.join(', ');
}
