import { DEFAULT_IMAGE } from '../../kubeflow';
import type { Rule } from '../rule';
import { codeNodes } from '../flow-nodes';
import { titled } from '../words';

export const magicNeedsIpython: Rule = {
  id: 'magic-needs-ipython',
  about: 'Cells that use IPython run where IPython is.',
  check: ({ flow }) =>
    codeNodes(flow)
      .filter(({ magics }) => magics)
      .map(node => ({
        severity: 'info',
        node: node.id,
        field: 'image',
        message: `${titled(node)} uses IPython syntax, so its image ${node.node.image ?? DEFAULT_IMAGE} needs IPython.`,
        fix: 'Choose an image with IPython, or write plain Python.'
      }))
};
