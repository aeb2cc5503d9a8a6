import { DEFAULT_IMAGE } from '../../kubeflow';
import type { Rule } from '../rule';
import { codeNodes } from '../flow-nodes';
import { titled } from '../words';
import { lackingIn } from '../../flow';
import type { CodeNode } from '../../pipeline';

const IPYTHON = { distribution: 'ipython', requirement: 'ipython', modules: ['IPython'] };

/** Its image is known to have it, or it installs it. */
const holdsIPython = ({ node }: { node: CodeNode }): boolean =>
  lackingIn(node.image ?? DEFAULT_IMAGE, [IPYTHON])?.length === 0 ||
  (node.packages ?? []).some(text => /^ipython\b/i.test(text));

export const magicNeedsIpython: Rule = {
  id: 'magic-needs-ipython',
  about: 'Cells that use IPython run where IPython is.',
  check: ({ flow }) =>
    codeNodes(flow)
      .filter(entry => entry.magics && !entry.imports.includes('IPython') && !holdsIPython(entry))
      .map(node => ({
        severity: 'info',
        node: node.id,
        field: 'image',
        message: `${titled(node)} uses IPython syntax, so its image ${node.node.image ?? DEFAULT_IMAGE} needs IPython.`,
        fix: 'Choose an image with IPython, or write plain Python.'
      }))
};
