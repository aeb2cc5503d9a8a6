import type { Rule } from '../rule';
import { containers } from '../flow-nodes';
import { titled } from '../words';

/** Containers name the image they run. */
export const missingImage: Rule = {
  id: 'missing-image',
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
