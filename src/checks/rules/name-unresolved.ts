import { codeNodes } from '../flow-nodes';
import { hasDefault } from '../input-defaults';
import type { Rule } from '../rule';
import { numbered, titled } from '../words';

export const nameUnresolved: Rule = {
  id: 'name-unresolved',
  about: 'Every name that cells use is defined somewhere, and spelt as it is there.',
  check: ({ flow }) =>
    codeNodes(flow).flatMap(node =>
      (node.problems ?? []).flatMap(({ rule, cell, line, name = '', severity, fix }) => {
        const port = node.inputs.find(each => each.name === name);
        const fed = port?.binding !== undefined || hasDefault(node, name);
        const index = node.cells.find(({ ref }) => ref.id === cell)?.index ?? 0;
        return rule === 'name-unresolved' && !fed
          ? [
              {
                severity,
                node: node.id,
                field: port ? `inputs.${name}` : 'cells',
                message: `${titled(node)} uses ${name} at line ${line} of ${numbered(index)}, and no cell defines it.`,
                fix: fix ?? `Define ${name} in a cell, or feed it by a parameter or a constant.`
              }
            ]
          : [];
      })
    )
};
