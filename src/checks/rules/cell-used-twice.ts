import type { FlowCell } from '../../flow';
import type { CellsNode } from '../../pipeline';
import type { FlowNodeOf } from '../flow-nodes';
import { cellsNodes } from '../flow-nodes';
import type { Finding, Rule } from '../rule';
import { numbered, titled } from '../words';

export const cellUsedTwice: Rule = {
  id: 'cell-used-twice',
  about: 'A cell runs once: in two nodes its effects happen twice, and its values are not the same objects.',
  check: ({ flow }) => {
    const first = new Map<string, FlowNodeOf<CellsNode>>();
    return cellsNodes(flow).flatMap(node =>
      node.cells
        .filter(({ index }) => index >= 0)
        .flatMap((cell): Finding[] => {
          const key = JSON.stringify([node.node.notebook, cell.ref.id]);
          const known = first.get(key);
          first.set(key, known ?? node);
          return known ? [finding(node, known, cell)] : [];
        })
    );
  }
};

function finding(node: FlowNodeOf<CellsNode>, first: FlowNodeOf<CellsNode>, { index }: FlowCell): Finding {
  const cell = numbered(index);
  const place = { node: node.id, field: 'cells' };
  const said = `${titled(node)} runs ${cell} of ${node.node.notebook}`;
  return node === first
    ? { severity: 'error', ...place, message: `${said} twice.`, fix: `Take ${cell} out of it once.` }
    : {
        severity: 'warning',
        ...place,
        message: `${said}, which ${titled(first)} runs too; other nodes get what it makes from ${titled(first)}.`,
        fix: `Take ${cell} out of one of them, unless it is meant to run twice.`
      };
}
