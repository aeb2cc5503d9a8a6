import type { Translate } from '../actions';
import type { Problem } from '../checks';
import type { FlowNode } from '../flow';
import type { RunState, StepRun } from '../runs';

/** What a kind of node is called. */
export function kindName(kind: string, trans: Translate): string {
  switch (kind) {
    case 'cells':
      return trans('cells');
    case 'container':
      return trans('container');
    case 'importer':
      return trans('importer');
    case 'note':
      return trans('note');
    default:
      return kind;
  }
}

/** What a state of a run is called. */
export function stateName(state: RunState, trans: Translate): string {
  const names: Record<RunState, string> = {
    waiting: trans('Waiting'),
    running: trans('Running'),
    succeeded: trans('Succeeded'),
    failed: trans('Failed'),
    skipped: trans('Skipped'),
    cached: trans('Cached'),
    cancelled: trans('Cancelled')
  };
  return names[state];
}

/** The name a screen reader says: `Train, cells, inputs 2 of 3 connected, 1 problem, failed`. */
export function nodeName(
  { title, node, inputs }: FlowNode,
  problems: readonly Problem[],
  step: StepRun | undefined,
  trans: Translate
): string {
  const parts = [title, kindName(node.kind, trans)];
  if (inputs.length > 0) {
    const connected = inputs.filter(input => input.binding).length;
    parts.push(trans('inputs %1 of %2 connected', connected, inputs.length));
  }
  if (problems.length > 0) {
    parts.push(problems.length === 1 ? trans('1 problem') : trans('%1 problems', problems.length));
  }
  if (step) {
    parts.push(stateName(step.state, trans).toLowerCase());
  }
  return parts.join(', ');
}
