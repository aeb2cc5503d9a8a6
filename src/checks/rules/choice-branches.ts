import { isBranch, isChoice, isNote } from '../../pipeline';
import { groups } from '../flow-nodes';
import type { Rule } from '../rule';
import { titled } from '../words';

export const choiceBranches: Rule = {
  id: 'choice-branches',
  about: 'A choice holds branches and nothing else.',
  check: ({ flow }) =>
    groups(flow)
      .filter(({ node }) => isChoice(node))
      .flatMap(choice =>
        (flow.children.get(choice.id) ?? []).flatMap(id => {
          const inside = flow.nodes.get(id);
          return !inside || isBranch(inside.node) || isNote(inside.node)
            ? []
            : [
                {
                  severity: 'error',
                  node: id,
                  field: 'group',
                  message: `${titled(inside)} is in the choice ${titled(choice)} but in none of its branches.`,
                  fix: 'Move it into a branch, or out of the choice.'
                }
              ];
        })
      )
};
