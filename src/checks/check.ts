import type { Flow } from '../flow';
import { finish, type Target } from '../kubeflow';
import type { Catalog } from '../pools';
import { errorsByNode, holds } from './said';
import type { Problem, Severity } from './problem';
import { type CheckContext, contextOf } from './rule';
import { RULES } from './rules';
import { TARGET_PREFIX } from './rules/target';

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/**
 * Everything wrong or worth knowing about a flow. An error would make the compiled pipeline fail, or fail to
 * compile. Sorted by severity, then nodes in the order of their run (the pipeline itself first), then rule and field.
 */
export function check(flow: Flow, catalog: Catalog, target: Target): Problem[] {
  return finish(checking(contextOf(flow, catalog, target)));
}

/** The same, in a context that others use too; whoever takes it may pause after each rule. */
export function* checking(context: CheckContext): Generator<void, Problem[], void> {
  const { flow } = context;
  const found: Problem[] = [];
  for (const rule of RULES) {
    found.push(
      ...rule.check(context).map((finding): Problem => ({ ...finding, rule: finding.rule ?? rule.id }))
    );
    yield;
  }
  const problems = withoutDoubles(found);
  const order = [...new Set([...flow.order, ...flow.nodes.keys()])];
  const places = new Map(order.map((id, index) => [id, index]));
  const placeOf = ({ node }: Problem) => (node === undefined ? -1 : (places.get(node) ?? order.length));
  return problems.sort(
    (a, b) =>
      RANK[a.severity] - RANK[b.severity] ||
      compare(placeOf(a), placeOf(b)) ||
      compare(a.rule, b.rule) ||
      compare(a.field ?? '', b.field ?? '') ||
      compare(a.message, b.message)
  );
}

/** What a target does not honour is said only where no other rule refuses the same setting. */
function withoutDoubles(problems: readonly Problem[]): Problem[] {
  const isOfTarget = ({ rule }: Problem) => rule.startsWith(TARGET_PREFIX);
  const errors = errorsByNode(problems.filter(problem => !isOfTarget(problem)));
  return problems.filter(problem => {
    const { node = '', field = '' } = problem;
    return !isOfTarget(problem) || !errors.get(node)?.some(other => holds(other.field, field));
  });
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
