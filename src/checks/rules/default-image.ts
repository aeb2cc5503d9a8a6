import { codeNodes } from '../flow-nodes';
import { DEFAULT_IMAGE } from '../../kubeflow';
import { imageFix, missingFrom } from '../image-holds';
import type { Rule } from '../rule';
import { listed, titled } from '../words';

export const defaultImage: Rule = {
  id: 'default-image',
  about:
    'A step of cells needs an image with what its cells import; the default one has the standard library alone.',
  check: ({ flow, target }) =>
    codeNodes(flow)
      .filter(({ node }) => !node.image && target !== 'local')
      .flatMap(entry => {
        const missing = missingFrom(DEFAULT_IMAGE, entry);
        return missing.length > 0
          ? [
              {
                severity: 'warning',
                node: entry.id,
                field: 'image',
                message: `${titled(entry)} needs ${listed(missing.map(({ distribution }) => distribution))}, which the default image ${DEFAULT_IMAGE} has not.`,
                fix: imageFix(entry, missing)
              }
            ]
          : [];
      })
};
