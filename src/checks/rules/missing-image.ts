import type { Rule } from '../rule';
import { containers } from '../flow-nodes';
import { titled } from '../words';

export const missingImage: Rule = {
  id: 'missing-image',
  about: 'Containers name the image they run.',
  check: ({ flow }) =>
    containers(flow)
      .filter(({ node }) => !node.image)
      .map(node => ({
        severity: 'error',
        node: node.id,
        field: 'image',
        message: `${titled(node)} has no image.`,
        fix: 'Name the image to run, such as ghcr.io/acme/score:1.4.'
      }))
};
