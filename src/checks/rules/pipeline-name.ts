import { kubernetesName } from '../../kubeflow';
import type { Rule } from '../rule';

/** Kubeflow's SDK and API server both refuse other names. */
const NAME = /^[a-z0-9][a-z0-9-]{0,127}$/;

export const pipelineName: Rule = {
  id: 'pipeline-name',
  about: 'The pipeline has a name that Kubeflow takes.',
  check: ({ flow: { pipeline } }) => {
    if (NAME.test(pipeline.name)) {
      return [];
    }
    const better = kubernetesName(pipeline.name);
    return [
      {
        severity: 'error',
        field: 'name',
        message: `The pipeline's name “${pipeline.name}” is not 1 to 128 lower-case letters, digits or hyphens.`,
        fix: better ? `Call it ${better}.` : 'Give it a name such as churn-training.'
      }
    ];
  }
};
