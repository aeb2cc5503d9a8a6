import type { Translation } from '../../actions';
import type { Problem, Severity } from '../../checks';
import type { Flow } from '../../flow';
import { groupPath } from '../words';

/** Severities from worst to mildest, with their words. */
export const SEVERITIES: {
  severity: Severity;
  one: (trans: Translation) => string;
  many: (trans: Translation) => string;
}[] = [
  { severity: 'error', one: trans => trans.__('Error'), many: trans => trans.__('Errors') },
  { severity: 'warning', one: trans => trans.__('Warning'), many: trans => trans.__('Warnings') },
  { severity: 'info', one: trans => trans.__('Information'), many: trans => trans.__('Information') }
];

export interface ProblemRow {
  /** Stable while the problem stays: what a list needs to keep its place. */
  key: string;
  problem: Problem;
  /** Title of the node; absent for the pipeline as a whole. */
  title?: string;
  /** Titles of the groups around the node, outermost first. */
  group: string;
}

export interface ProblemGroup {
  severity: Severity;
  rows: ProblemRow[];
}

/** Problems by severity, worst first; within it the pipeline, then nodes in the order in which they run. */
export function groupProblems(problems: readonly Problem[], flow: Flow): ProblemGroup[] {
  const place = new Map(flow.order.map((id, index) => [id, index]));
  const rank = ({ node }: Problem) => (node === undefined ? -1 : (place.get(node) ?? flow.order.length));
  const seen = new Map<string, number>();
  const row = (problem: Problem): ProblemRow => {
    const name = JSON.stringify([problem.rule, problem.node, problem.field, problem.message]);
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return {
      key: `${name}${times}`,
      problem,
      title: problem.node && (flow.nodes.get(problem.node)?.title ?? problem.node),
      group: problem.node === undefined ? '' : groupPath(flow, problem.node)
    };
  };
  return SEVERITIES.map(({ severity }) => ({
    severity,
    rows: problems
      .filter(problem => problem.severity === severity)
      .sort((a, b) => rank(a) - rank(b))
      .map(row)
  })).filter(group => group.rows.length > 0);
}
