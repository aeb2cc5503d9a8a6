import { cellsField } from '../cells-field';
import { codeNodes } from '../flow-nodes';
import type { Rule } from '../rule';
import { titled } from '../words';

export const notebookLanguage: Rule = {
  id: 'notebook-language',
  about: 'Notebooks whose cells run are in Python: a step has no other kernel.',
  check: ({ flow }) =>
    codeNodes(flow).flatMap(node =>
      node.language === undefined
        ? []
        : [
            {
              severity: 'error',
              node: node.id,
              field: cellsField(node),
              message: `${titled(node)} runs ${node.node.notebook}, which is in the language ${node.language}, and steps run Python alone.`,
              fix: 'Choose a notebook in Python, or run this one in a container that has its kernel.'
            }
          ]
    )
};
