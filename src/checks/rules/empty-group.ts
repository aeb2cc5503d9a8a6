import { isNote, isSubPipeline } from '../../pipeline';
import { groups } from '../flow-nodes';
import type { Rule } from '../rule';
import { titled } from '../words';

export const emptyGroup: Rule = {
  id: 'empty-group',
  about: 'Groups hold something that runs.',
  check: ({ flow }) =>
    groups(flow)
      .filter(({ id, node }) => {
        const inside = (flow.children.get(id) ?? []).flatMap(child => flow.nodes.get(child)?.node ?? []);
        const unread = isSubPipeline(node) && node.file !== undefined && flow.faults.has(node.file);
        return !unread && inside.every(isNote);
      })
      .map(node => ({
        severity: 'error',
        node: node.id,
        field: 'kind',
        message: `${titled(node)} holds nothing that runs.`,
        fix: 'Move a step into it, or remove it.'
      }))
};
