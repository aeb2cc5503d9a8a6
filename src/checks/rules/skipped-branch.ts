import type { Flow } from '../../flow';
import type { TaskNode } from '../../pipeline';
import { type FlowNodeOf, tasks } from '../flow-nodes';
import type { Rule } from '../rule';
import { groupsAround } from '../scopes';
import { titled, titleOf } from '../words';

export const skippedBranch: Rule = {
  id: 'skipped-branch',
  about:
    'Nothing waits for a branch that may be skipped: each step runs after all before it have succeeded, so it never would.',
  check: ({ flow, target }) =>
    target === 'local'
      ? []
      : tasks(flow)
          .filter(({ node }) => !node.ignoreUpstreamFailure)
          .flatMap(node =>
            [...new Set(branchesBefore(flow, node))].map(id => ({
              severity: 'warning',
              node: node.id,
              field: 'after',
              message: `${titled(node)} runs after ${titleOf(flow, id)}, and never when that branch is skipped.`,
              fix: 'Put the branch into a choice with an else, or let the step run after what is before the branch.'
            }))
          )
};

/** The outermost lone branch around each node that this one runs after, unless it is in that branch too. */
function branchesBefore(flow: Flow, { id, node }: FlowNodeOf<TaskNode>): string[] {
  const around = new Set(groupsAround(flow, id));
  return (node.after ?? []).flatMap(before =>
    [before, ...groupsAround(flow, before)].filter(each => !around.has(each) && isLone(flow, each)).slice(-1)
  );
}

function isLone(flow: Flow, id: string): boolean {
  const node = flow.nodes.get(id)?.node;
  return node?.kind === 'branch' && flow.nodes.get(node.group ?? '')?.node.kind !== 'choice';
}
