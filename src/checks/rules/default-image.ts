import { codeNodes } from '../flow-nodes';
import { DEFAULT_IMAGE } from '../../kubeflow';
import type { Rule } from '../rule';
import { isStandard } from '../../notebook';
import { titled } from '../words';

export const defaultImage: Rule = {
  id: 'default-image',
  about:
    'A step of cells needs an image with what its cells import; the default one has the standard library alone.',
  check: ({ flow, target }) =>
    codeNodes(flow)
      .filter(({ node }) => !node.image && target !== 'local')
      .flatMap(entry => {
        const missing = entry.imports.filter(module => !isStandard(module));
        return missing.length > 0
          ? [
              {
                severity: 'warning',
                node: entry.id,
                field: 'image',
                message: `${titled(entry)} imports ${missing.join(', ')}, which the default image ${DEFAULT_IMAGE} has not.`,
                fix: 'Choose an image that has them; nothing is installed when a step starts.'
              }
            ]
          : [];
      })
};
