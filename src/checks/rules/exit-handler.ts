import { groups } from '../flow-nodes';
import { completionSteps, dependenciesOf } from '../completion';
import type { Finding, Rule } from '../rule';
import { groupsAround } from '../scopes';
import { titled } from '../words';

export const exitHandler: Rule = {
  id: 'exit-handler',
  about: 'Exit handlers stand in no other group and have an exit step.',
  check: ({ flow }) => {
    const exits = completionSteps(flow).flatMap(node => dependenciesOf(flow, node).map(({ id }) => id));
    return groups(flow)
      .filter(({ node }) => node.kind === 'exit-handler')
      .flatMap((node): Finding[] => [
        ...(groupsAround(flow, node.id).length > 0
          ? [
              {
                severity: 'error' as const,
                node: node.id,
                field: 'group',
                message: `${titled(node)} is an exit handler within another group, which Kubeflow does not take.`,
                fix: 'Move it out of all groups.'
              }
            ]
          : []),
        ...(exits.includes(node.id)
          ? []
          : [
              {
                severity: 'warning' as const,
                node: node.id,
                field: 'kind',
                message: `${titled(node)} has no exit step, so it does nothing.`,
                fix: 'Let a step run after it that ignores the failure of what is before.'
              }
            ])
      ]);
  }
};
