import { codeNodes } from '../flow-nodes';
import { imageFix, missingFrom } from '../image-holds';
import type { Rule } from '../rule';
import { listed, titled } from '../words';

export const imageLacks: Rule = {
  id: 'image-lacks',
  about: 'Well-known public images hold what the cells that run in them import.',
  check: ({ flow, target }) =>
    codeNodes(flow).flatMap(entry => {
      const { image } = entry.node;
      const missing = image === undefined || target === 'local' ? [] : missingFrom(image, entry);
      return missing.length > 0
        ? [
            {
              severity: 'info',
              node: entry.id,
              field: 'image',
              message: `${titled(entry)} needs ${listed(missing.map(({ distribution }) => distribution))}, which ${image} has not.`,
              fix: imageFix(entry, missing)
            }
          ]
        : [];
    })
};
