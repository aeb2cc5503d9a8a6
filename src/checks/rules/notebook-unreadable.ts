import { isNotebook } from '../../pipeline';
import type { Rule } from '../rule';
import { codeNodes } from '../flow-nodes';
import { titled } from '../words';

export const notebookUnreadable: Rule = {
  id: 'notebook-unreadable',
  about: 'The notebooks of cells can be read.',
  check: ({ flow }) =>
    codeNodes(flow).flatMap(node => {
      const fault = flow.faults.get(node.node.notebook);
      return fault
        ? [
            {
              severity: 'error',
              node: node.id,
              field: 'notebook',
              message: `${titled(node)} runs ${isNotebook(node.node) ? '' : 'cells of '}${node.node.notebook}, which cannot be read: ${fault.message.replace(/\.$/, '')}.`,
              fix: 'Put the notebook back, mend it, or point the node at another one.'
            }
          ]
        : [];
    })
};
