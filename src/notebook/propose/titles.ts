import type { DraftStep } from './cut-cells';
import type { Stage } from './proposal';

const VERBS: Record<Stage, string> = {
  load: 'Load',
  prepare: 'Prepare',
  train: 'Train',
  evaluate: 'Evaluate',
  save: 'Save'
};

/** A title for each step: the nearest heading above it, else what its code does and to what; each once. */
export function stepTitles(steps: readonly DraftStep[]): string[] {
  const used = new Map<string, number>();
  return steps.map(step => {
    const title = step.headings.at(-1)?.title ?? workTitle(step);
    const count = (used.get(title) ?? 0) + 1;
    used.set(title, count);
    return count === 1 ? title : `${title} ${count}`;
  });
}

/** `Train model`: the weightiest thing that its cells do, and the name that it is done to or makes. */
function workTitle({ members }: DraftStep): string {
  const done = members.flatMap(({ stages }) => stages);
  const order: Stage[] = ['train', 'evaluate', 'load', 'save'];
  const stage = order.find(one => done.some(found => found.stage === one)) ?? 'prepare';
  if (stage === 'prepare' && members.every(({ role }) => role === 'shows')) {
    return 'Show results';
  }
  const call = done.find(found => found.stage === stage)?.call.split('.') ?? [];
  const receiver = stage === 'train' && call.length > 1 ? call[0] : undefined;
  const made = members.flatMap(({ role, cell }) => (role === 'core' ? cell.facts.defines : []));
  const object = receiver ?? (stage === 'load' ? made[0] : made.at(-1));
  return object ? `${VERBS[stage]} ${object}` : VERBS[stage];
}
