import { isComponent, isImporter, isStep } from '../../pipeline';
import type { Rule } from '../rule';

export const noSteps: Rule = {
  id: 'no-steps',
  about: 'Something is there to run; Kubeflow refuses a pipeline without tasks.',
  check: ({ flow }) =>
    [...flow.nodes.values()].some(({ node }) => isStep(node) || isImporter(node) || isComponent(node))
      ? []
      : [
          {
            severity: 'error',
            field: 'nodes',
            message: 'The pipeline has no steps, so there is nothing to run.',
            fix: 'Add a cell of a notebook or a container.'
          }
        ]
};
