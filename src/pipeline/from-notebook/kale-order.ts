import type { KaleStep } from '../../notebook';
import type { KaleGroup } from './kale-groups';

/** Steps that each step has to wait for besides those that feed it, by their places. */
export interface KaleOrder {
  after: number[][];
  /** Pairs that would close a circle: the first would have to run before the second, which it waits for. */
  refused: [before: number, step: number][];
}

/**
 * The orders that `prev` tags ask for and data does not bring. A step that stands for another notebook runs after
 * the steps above it and before those below, as Kale reads notebooks that hold such.
 */
export function kaleOrder(steps: readonly KaleStep[], groups: readonly KaleGroup[]): KaleOrder {
  const waits = groups.map(
    ({ plan }, step) =>
      new Set(
        plan.needs.flatMap(({ from }) => (from && 'group' in from && from.group !== step ? [from.group] : []))
      )
  );
  const reaches = (to: number, from: number, seen = new Set<number>()): boolean =>
    to === from || [...waits[to]].some(next => !seen.has(next) && reaches(next, from, seen.add(next)));
  const order: KaleOrder = { after: steps.map(() => []), refused: [] };
  steps.forEach((step, at) => {
    const asked = beforeOf(steps, step, at);
    for (const before of asked.reverse()) {
      if (reaches(before, at)) {
        order.refused.push([before, at]);
      } else if (!reaches(at, before)) {
        waits[at].add(before);
        order.after[at].unshift(before);
      }
    }
  });
  return order;
}

function beforeOf(steps: readonly KaleStep[], step: KaleStep, at: number): number[] {
  const composed = steps.some(({ notebook }) => notebook !== undefined);
  return steps.flatMap((other, place) => {
    const above = composed && place < at && (other.notebook === undefined || step.notebook === undefined);
    return step.prev.includes(other.name) || above ? [place] : [];
  });
}
