import { isKnown } from '../../pipeline';
import type { Rule } from '../rule';
import { titled } from '../words';

export const opaqueNode: Rule = {
  id: 'opaque-node',
  about: 'Every node is of a kind that this version can compile.',
  check: ({ flow }) =>
    [...flow.nodes.values()]
      .filter(({ node }) => !isKnown(node))
      .map(node => ({
        severity: 'error',
        node: node.id,
        field: 'kind',
        message: `${titled(node)} is of the kind ${node.node.kind}, which this version of Weft keeps but cannot compile.`,
        fix: 'Use a newer version of Weft, or delete the node.'
      }))
};
