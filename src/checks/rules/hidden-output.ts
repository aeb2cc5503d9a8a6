import type { FlowNode } from '../../flow';
import { codeNodes } from '../flow-nodes';
import type { Rule } from '../rule';
import { numbered, titled } from '../words';

export const hiddenOutput: Rule = {
  id: 'hidden-output',
  about: 'Cells take values by name, not as what another cell showed last (`_`, `Out`).',
  check: ({ flow }) =>
    codeNodes(flow).flatMap(node =>
      (node.problems ?? [])
        .filter(({ rule }) => rule === 'hidden-output')
        .map(({ cell, line, severity, message, fix, name }) => ({
          severity: isFatal(node, name) ? severity : 'warning',
          node: node.id,
          field: 'cells',
          message: `${titled(node)}, line ${line} of ${numbered(placeOf(node.cells, cell))}: ${message}`,
          ...(fix !== undefined && { fix })
        }))
    )
};

/** A step of plain Python has no such name; IPython shows what its own cells showed. */
const isFatal = ({ inputs, magics }: FlowNode, name = ''): boolean =>
  !magics && !inputs.some(input => input.name === name && input.binding);

function placeOf(cells: readonly { ref: { id: string }; index: number }[], id: string): number {
  return cells.find(({ ref }) => ref.id === id)?.index ?? 0;
}
