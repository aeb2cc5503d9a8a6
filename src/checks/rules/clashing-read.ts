import type { Rule } from '../rule';
import { cellsField } from '../cells-field';
import { codeNodes } from '../flow-nodes';
import { numbered, titled } from '../words';

export const clashingRead: Rule = {
  id: 'clashing-read',
  about: 'The cells of a node read one value of each name that other cells give them.',
  check: ({ flow }) =>
    codeNodes(flow).flatMap(node =>
      node.clashes.map(({ name, write, read }) => ({
        severity: 'error',
        node: node.id,
        field: cellsField(node),
        message:
          `${titled(node)} would need two values of ${name}: line ${read.line} of ${numbered(read.cell)} reads what ` +
          `line ${write.line} of ${numbered(write.cell)} makes of it, and a step loads inputs once, before its first cell.`,
        fix: `Take ${numbered(write.cell)} into the node too, or give ${numbered(read.cell)} a node of its own.`
      }))
    )
};
