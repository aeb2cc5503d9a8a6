import { type Binding, COMPARISONS, type Condition, type PortType } from '../../pipeline';

export type Comparison = (typeof COMPARISONS)[number];

/** Types that the comparisons of Kubeflow take: no lists, objects or artifacts. */
export const COMPARABLE: readonly PortType[] = ['string', 'integer', 'number', 'boolean'];

/** How a condition is written; `always` has none: an else, or a branch not yet decided. */
export type ConditionForm = 'always' | 'compare' | 'cel';

export const conditionForm = (when: Condition | undefined): ConditionForm =>
  when === undefined ? 'always' : 'cel' in when ? 'cel' : 'compare';

/** Comparisons that make sense for a type, and the one that is there. */
export function comparisons(type: PortType | undefined, present?: Comparison): readonly Comparison[] {
  const offered: readonly Comparison[] = type === 'boolean' ? ['==', '!='] : COMPARISONS;
  return present === undefined || offered.includes(present) ? offered : [...offered, present];
}

/** What the right side may be: of the same type, where integers and numbers compare with each other. */
export function comparableWith(type: PortType | undefined): readonly PortType[] {
  if (type === undefined) {
    return COMPARABLE;
  }
  return type === 'integer' || type === 'number' ? ['integer', 'number'] : [type];
}

/** What a constant on the right side starts as. */
export const firstConstant = (type: PortType | undefined): Binding => ({
  value: type === 'boolean' ? true : type === 'integer' || type === 'number' ? 0 : ''
});
